/** The database of a start: the one that DATABASE_URL names, or the embedded one. */
import { migrate } from '../migrate/apply-migrations.ts'
import { describeDatabase, requireDatabase } from '../postgres/external.ts'
import { startPostgres } from '../postgres/server.ts'
import type { Shutdown } from '../process/shutdown.ts'
import { say, secondsSince } from '../terminal.ts'

interface DatabaseOptions {
  readonly dataFolder: string
  readonly password: string
}

/** Makes the database ready and up to date; returns its address. */
export async function openDatabase(options: DatabaseOptions, shutdown: Shutdown): Promise<string> {
  const external = process.env.DATABASE_URL
  if (external !== undefined && external !== '') return openExternal(external)
  const startMs = performance.now()
  const starting = startPostgres(options)
  // Before it has started: a signal may come in the meantime.
  shutdown.onStop(async () => {
    const server = await starting.catch(() => undefined)
    await server?.stop()
  })
  const { url, stoppedLeftover } = await starting
  if (stoppedLeftover) say('PostgreSQL was still running from a start that was killed; stopped it.')
  say(`PostgreSQL is running (${secondsSince(startMs)})`)
  await bringUpToDate(url)
  return url
}

/** The same for the database of DATABASE_URL, which is used as it is. */
export async function openExternal(url: string): Promise<string> {
  await requireDatabase(url)
  say(`Using the database ${describeDatabase(url)}`)
  await bringUpToDate(url)
  return url
}

async function bringUpToDate(url: string): Promise<void> {
  const applied = await migrate(url)
  if (applied.length > 0) say(`Applied ${applied.length} migration(s): ${applied.join(', ')}`)
}
