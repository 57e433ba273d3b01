/**
 * The embedded PostgreSQL: a real server that listens on this machine only, at a free port
 * with a random password, and stops with the process that started it.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { openLog } from '../state/log-file.ts'
import { freePort } from '../state/port.ts'
import { messageOf, UserError } from '../terminal.ts'
import { SERVER_ENVIRONMENT, serverAccount } from './account.ts'
import { readyBinaries } from './binaries.ts'
import { OWNER, readyCluster } from './cluster.ts'
import { stopLeftover } from './leftover.ts'
import { databaseFolder } from './place.ts'

export interface PostgresServer {
  /** A postgres:// address with the password in it: never print it. */
  readonly url: string
  /** True when a server of a killed start had to be stopped first. */
  readonly stoppedLeftover: boolean
  /** Ends all sessions and stops; SIGKILL after a while. Safe to call twice. */
  stop(): Promise<void>
}

export interface PostgresOptions {
  /** The caller must hold the lock of this folder. */
  readonly dataFolder: string
  readonly password: string
  /** For tests: commits need not reach the disk, and stopping removes the database. */
  readonly isThrowaway?: boolean
}

const START_MS_MAX = 60_000
const STOP_MS_MAX = 5_000
const POLL_MS = 40

/**
 * Runs the server ("$@") and stops it when descriptor 3, whose other end this process
 * holds, is closed: also a process that is killed outright leaves no server behind.
 */
const GUARD =
  '"$@" 3<&- & server=$!; { read -r _ <&3; kill -INT $server; } 2>/dev/null & wait $server'

/** Starts the server, making its database at the first time. */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const account = serverAccount()
  const folder = await databaseFolder(options.dataFolder, account)
  const binaries = await readyBinaries(account, folder)
  const { password, isThrowaway = false } = options
  const cluster = await readyCluster({ folder, binaries, password, isThrowaway })
  const stoppedLeftover = await stopLeftover(cluster)
  const port = await freePort()
  const log = openLog(options.dataFolder, 'postgres')
  const child = launch([binaries.postgres, ...settings(cluster, port, options)], log.descriptor)
  closeSync(log.descriptor)
  // One that cannot be run at all has no number, which is how that is seen below.
  child.on('error', () => {})
  const stop = async () => {
    await stopServer(child, cluster)
    if (isThrowaway) await rm(folder, { recursive: true, force: true })
  }
  const urlOf = (name: string) =>
    `postgresql://${OWNER}:${encodeURIComponent(options.password)}@127.0.0.1:${port}/${name}`
  try {
    await untilReady(child, urlOf('postgres'), log.file)
    await createDatabase(urlOf('postgres'))
  } catch (thrown) {
    await stop()
    throw thrown
  }
  return { url: urlOf(OWNER), stoppedLeftover, stop }
}

function settings(cluster: string, port: number, { isThrowaway }: PostgresOptions): string[] {
  const values = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    // No socket file: one in /tmp could be anybody's.
    unix_socket_directories: '',
    max_connections: '100',
    log_timezone: 'UTC',
    ...(isThrowaway === true
      ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
      : {}),
  }
  return [
    '-D',
    cluster,
    ...Object.entries(values).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
  ]
}

/**
 * In a session of its own, so that Ctrl-C in the terminal does not stop the database under
 * the processes that are still using it.
 */
function launch(command: readonly string[], log: number): ChildProcess {
  const options = { ...serverAccount(), detached: true, cwd: '/', env: SERVER_ENVIRONMENT }
  if (process.platform === 'win32') {
    const [program = '', ...rest] = command
    return spawn(program, rest, { stdio: ['ignore', log, log] })
  }
  return spawn('/bin/sh', ['-c', GUARD, 'netsplit-postgres', ...command], {
    ...options,
    stdio: ['ignore', log, log, 'pipe'],
  })
}

/** Waits for the first connection; a server that ended is reported with its last words. */
async function untilReady(child: ChildProcess, url: string, log: string): Promise<void> {
  const deadline = performance.now() + START_MS_MAX
  for (;;) {
    if (hasEnded(child)) {
      throw new UserError(`PostgreSQL ended at its start: ${await lastWords(log)} (see ${log})`)
    }
    const failure = await connectOnce(url)
    if (failure === undefined) return
    if (performance.now() > deadline) {
      throw new UserError(`PostgreSQL did not answer within a minute: ${failure} (see ${log})`)
    }
    await sleep(POLL_MS)
  }
}

function hasEnded({ pid, exitCode, signalCode }: ChildProcess): boolean {
  return pid === undefined || exitCode !== null || signalCode !== null
}

async function connectOnce(url: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  try {
    await client.connect()
    return undefined
  } catch (thrown) {
    return messageOf(thrown)
  } finally {
    await client.end().catch(() => {})
  }
}

async function createDatabase(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [OWNER])
    if (rowCount === 0) await client.query(`create database ${OWNER}`)
  } finally {
    await client.end()
  }
}

async function lastWords(log: string): Promise<string> {
  const lines = (await readFile(log, 'utf8').catch(() => '')).trim().split('\n')
  return lines.findLast((line) => /FATAL|ERROR|PANIC/.test(line)) ?? lines.at(-1) ?? ''
}

async function stopServer(child: ChildProcess, cluster: string): Promise<void> {
  if (hasEnded(child)) return
  const ended = once(child, 'exit')
  // Closing the guard's pipe asks for a fast shutdown: sessions end, nothing is lost.
  if (process.platform === 'win32') child.kill('SIGINT')
  else child.stdio[3]?.destroy()
  const isLate = await Promise.race([
    ended.then(() => false),
    sleep(STOP_MS_MAX, true, { ref: false }),
  ])
  if (!isLate) return
  await stopLeftover(cluster)
  await ended
}
