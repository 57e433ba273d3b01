/** `npm run roles`: writes docs/roles.md from the table of rights. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rolesText } from './roles/roles-text.ts'
import { ROOT } from './state/paths.ts'
import { runCommand, say } from './terminal.ts'

await runCommand(async () => {
  await writeFile(join(ROOT, 'docs', 'roles.md'), rolesText())
  say('Wrote docs/roles.md.')
  return 0
})
