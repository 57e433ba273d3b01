/**
 * `npm run web`: only the site, against the PostgreSQL of DATABASE_URL. Any number of them
 * may run, on any hosts; all need the same NETSPLIT_AUTH_SECRET and NETSPLIT_URL.
 */
import { type Shutdown, withShutdown } from './process/shutdown.ts'
import { hasAdministrator } from './serve/administrator-link.ts'
import { buildBefore } from './serve/build.ts'
import { openExternal } from './serve/database.ts'
import { webEnvironment } from './serve/environment.ts'
import { requireSetting } from './serve/settings.ts'
import { startWeb } from './serve/web.ts'
import { prepareDataFolder } from './state/data-folder.ts'
import { dataFolderOf } from './state/paths.ts'
import { readAddress, requireFreePort } from './state/port.ts'
import { fromEnvironment } from './state/secrets.ts'
import { runCommand, say, UserError } from './terminal.ts'

await runCommand(() => withShutdown(serve))
process.exit()

async function serve(shutdown: Shutdown): Promise<number> {
  const external = requireSetting('DATABASE_URL', 'web')
  requireSetting('NETSPLIT_AUTH_SECRET', 'web')
  const authSecret = fromEnvironment(process.env, 'NETSPLIT_AUTH_SECRET') ?? ''
  const address = readAddress(process.env)
  const dataFolder = dataFolderOf(process.env)
  await prepareDataFolder(dataFolder)
  await requireFreePort(address)
  const databaseUrl = await openExternal(external)
  await buildBefore(shutdown)
  const environment = webEnvironment({ address, authSecret, databaseUrl, dataFolder })
  const web = startWeb({ address, dataFolder, environment })
  shutdown.onStop(() => web.child.stop())
  await web.ready
  say(`The site is at ${address.url}`)
  if (!(await hasAdministrator(databaseUrl))) {
    say(
      'Nobody administrates it yet: `npm run admin -- link` prints a link that makes somebody one.',
    )
  }
  throw new UserError(`the site ended (${await web.child.ended})`)
}
