/** A PostgreSQL that the user named by DATABASE_URL: tried once before anything relies on it. */
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { messageOf, UserError } from '../terminal.ts'

const CONNECT_MS_MAX = 10_000
/** How long a server that recovers from a crash is waited for. */
const RECOVERY_MS_MAX = 60_000
const POLL_MS = 500

/** SQLSTATE of a server that starts up, recovers or shuts down (PostgreSQL manual, appendix A). */
const CANNOT_CONNECT_NOW = '57P03'

/** PostgreSQL versions that the migrations are written for. */
const VERSION_MIN = 140_000

/**
 * Waits for a server that is starting up.
 * @throws UserError of one line that names host, database and reason; never the password
 */
export async function requireDatabase(url: string): Promise<void> {
  const deadline = performance.now() + RECOVERY_MS_MAX
  while ((await tryDatabase(url)) === 'starting up') {
    if (performance.now() > deadline) {
      throw new UserError(
        `the database of DATABASE_URL (${describeDatabase(url)}) has been starting up for a minute: its log says why.`,
      )
    }
    await sleep(POLL_MS)
  }
}

async function tryDatabase(url: string): Promise<'usable' | 'starting up'> {
  const client = new pg.Client({
    connectionString: checked(url),
    connectionTimeoutMillis: CONNECT_MS_MAX,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    )
    const version = rows[0]?.version ?? 0
    if (version < VERSION_MIN)
      throw new Error(`it is PostgreSQL ${(version / 10_000) | 0}, too old`)
    return 'usable'
  } catch (thrown) {
    if (codeOf(thrown) === CANNOT_CONNECT_NOW) return 'starting up'
    throw new UserError(
      `cannot use the database of DATABASE_URL (${describeDatabase(url)}): ${reasonOf(thrown)}. ` +
        'Correct DATABASE_URL, or leave it out and `npm start` runs a PostgreSQL of its own.',
    )
  } finally {
    await client.end().catch(() => {})
  }
}

/** Host, port and database for people, such as "db.example.org:5432/netsplit". */
export function describeDatabase(url: string): string {
  const { hostname, port, pathname } = new URL(url)
  return `${hostname || 'localhost'}:${port || 5432}${pathname === '/' ? '' : pathname}`
}

function checked(url: string): string {
  if (URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol)) return url
  throw new UserError(
    'DATABASE_URL is no PostgreSQL address: it looks like postgresql://user:password@host:5432/netsplit',
  )
}

function codeOf(thrown: unknown): unknown {
  return thrown instanceof Error && 'code' in thrown ? thrown.code : undefined
}

function reasonOf(thrown: unknown): string {
  const code = codeOf(thrown)
  if (code === 'ECONNREFUSED') return 'nothing listens there'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'there is no host of this name'
  return messageOf(thrown).replace(/\.$/, '')
}
