/**
 * `npm start`: everything that Netsplit needs, on one machine. Database, migrations, build,
 * the site and one grader; Ctrl-C stops them in the opposite order.
 */
import { join } from 'node:path'
import { type Shutdown, withShutdown } from './process/shutdown.ts'
import { hasAdministrator, makeAdministratorLink } from './serve/administrator-link.ts'
import { buildBefore } from './serve/build.ts'
import { openDatabase } from './serve/database.ts'
import { graderEnvironment, webEnvironment } from './serve/environment.ts'
import { keepGrader } from './serve/grader.ts'
import { startWeb } from './serve/web.ts'
import { prepareDataFolder } from './state/data-folder.ts'
import { takeLock } from './state/lock.ts'
import { dataFolderOf } from './state/paths.ts'
import { readAddress, requireFreePort } from './state/port.ts'
import { loadSecrets } from './state/secrets.ts'
import { runCommand, say, secondsSince, UserError } from './terminal.ts'

await runCommand(() => withShutdown(start))
// A keep-alive connection somewhere must not keep a stopped program from ending.
process.exit()

async function start(shutdown: Shutdown): Promise<number> {
  const startMs = performance.now()
  const address = readAddress(process.env)
  const dataFolder = dataFolderOf(process.env)
  await prepareDataFolder(dataFolder)
  await lockFolder(dataFolder, shutdown)
  await requireFreePort(address)
  const secrets = await loadSecrets(dataFolder, process.env)
  const database = { dataFolder, password: secrets.postgres }
  const databaseUrl = await openDatabase(database, shutdown)
  await buildBefore(shutdown)

  const common = { databaseUrl, dataFolder }
  const grader = keepGrader({
    dataFolder,
    environment: graderEnvironment({ ...common, seedSecret: secrets.seed, siteUrl: address.url }),
    onReady: () => say('The grader is ready: submissions are judged.'),
  })
  const web = startWeb({
    address,
    dataFolder,
    environment: webEnvironment({ ...common, address, authSecret: secrets.auth }),
  })
  shutdown.onStop(async () => {
    await Promise.all([web.child.stop(), grader.stop()])
  })
  await web.ready
  say(`The site is up (${secondsSince(startMs)} since the start)`)
  greet(address.url, await firstLink(databaseUrl, address.url))
  throw new UserError(`the site ended (${await web.child.ended}); see ${join(dataFolder, 'logs')}`)
}

async function lockFolder(dataFolder: string, shutdown: Shutdown): Promise<void> {
  const lock = await takeLock(join(dataFolder, 'start.lock'))
  if ('release' in lock) {
    shutdown.onStop(() => lock.release())
    return
  }
  throw new UserError(
    `Netsplit already runs on the data folder ${dataFolder} (process ${lock.pid}): stop it first, ` +
      'or give this one a folder and a port of its own: ' +
      'NETSPLIT_DATA_DIR=/some/folder PORT=3001 npm start',
  )
}

/** Until there is an administrator, each start prints a link that makes one. */
async function firstLink(databaseUrl: string, url: string): Promise<string | undefined> {
  return (await hasAdministrator(databaseUrl)) ? undefined : makeAdministratorLink(databaseUrl, url)
}

function greet(url: string, administratorLink: string | undefined): void {
  say('')
  say(`  Netsplit is at ${url}`)
  say('')
  say(`  Read    ${url}/learn`)
  say(`  Build   ${url}/labs/raft/03-election`)
  say('  Stop    Ctrl-C')
  if (administratorLink !== undefined) {
    say('')
    say('  Nobody administrates this site yet. This link makes an account an administrator,')
    say('  once, within a day:')
    say(`  ${administratorLink}`)
  }
  say('')
}
