/**
 * `npm run admin -- link`: prints a link with which an account of the site becomes an
 * administrator. For a site whose administrators are gone, and for one with many web processes,
 * none of which prints it by itself.
 */
import { migrate } from './migrate/apply-migrations.ts'
import { requireDatabase } from './postgres/external.ts'
import { runningDatabase } from './postgres/running.ts'
import { makeAdministratorLink } from './serve/administrator-link.ts'
import { dataFolderOf } from './state/paths.ts'
import { readAddress } from './state/port.ts'
import { runCommand, say, UserError } from './terminal.ts'

await runCommand(async () => {
  if (process.argv[2] !== 'link' || process.argv.length !== 3) {
    throw new UserError('use `npm run admin -- link`: it prints a link for an administrator')
  }
  const external = process.env.DATABASE_URL ?? ''
  const url = external === '' ? await runningDatabase(dataFolderOf(process.env)) : external
  await requireDatabase(url)
  await migrate(url)
  say('Whoever opens this link and signs in becomes an administrator. It works once, for a day:')
  say(await makeAdministratorLink(url, readAddress(process.env).url))
  return 0
})
process.exit()
