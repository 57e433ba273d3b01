/**
 * `npm run grader`: only a grader, against the PostgreSQL of DATABASE_URL. Any number of
 * them may run, on any hosts; all need the same NETSPLIT_SEED_SECRET.
 */
import { type Shutdown, withShutdown } from './process/shutdown.ts'
import { buildBefore } from './serve/build.ts'
import { openExternal } from './serve/database.ts'
import { graderEnvironment } from './serve/environment.ts'
import { keepGrader } from './serve/grader.ts'
import { requireSetting } from './serve/settings.ts'
import { prepareDataFolder } from './state/data-folder.ts'
import { dataFolderOf } from './state/paths.ts'
import { fromEnvironment } from './state/secrets.ts'
import { runCommand, say } from './terminal.ts'

await runCommand(() => withShutdown(grade))
process.exit()

async function grade(shutdown: Shutdown): Promise<number> {
  const external = requireSetting('DATABASE_URL', 'grader')
  requireSetting('NETSPLIT_SEED_SECRET', 'grader')
  const seedSecret = fromEnvironment(process.env, 'NETSPLIT_SEED_SECRET') ?? ''
  const siteUrl = requireSetting('NETSPLIT_URL', 'grader')
  const dataFolder = dataFolderOf(process.env)
  await prepareDataFolder(dataFolder)
  const databaseUrl = await openExternal(external)
  await buildBefore(shutdown, ['sandbox'])
  const environment = graderEnvironment({ databaseUrl, dataFolder, seedSecret, siteUrl })
  const onReady = () => say('The grader is ready: submissions are judged.')
  const grader = keepGrader({ dataFolder, environment, onReady })
  shutdown.onStop(() => grader.stop())
  await shutdown.requested
  return 0
}
