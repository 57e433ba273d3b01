/** `npm run format`: formats all files and sorts their imports. */
import { join } from 'node:path'
import { runScript } from './process/run-script.ts'
import { ROOT } from './state/paths.ts'
import { runCommand } from './terminal.ts'

const BIOME = join(ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome')

await runCommand(() => runScript([BIOME, 'check', '--write']).code)
