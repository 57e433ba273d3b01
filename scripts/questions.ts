/**
 * Writes content/questions/generated: questions that are made from seeds and cases. A test holds the
 * files against what this makes, so they are never edited by hand.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generatedFiles } from './questions/generated-files.ts'
import { ROOT } from './state/paths.ts'
import { runCommand, say } from './terminal.ts'

await runCommand(async () => {
  for (const [file, text] of Object.entries(generatedFiles())) {
    const path = join(ROOT, file)
    await mkdir(join(path, '..'), { recursive: true })
    await writeFile(path, text)
    say(`Wrote ${file}`)
  }
  return 0
})
