/** The real processes of a drill. Each is started again when it ends; all end with the test. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { serverAccount } from '../../../scripts/postgres/account.ts'
import { databaseFolder } from '../../../scripts/postgres/place.ts'
import { type PostgresServer, startPostgres } from '../../../scripts/postgres/server.ts'
import { ROOT } from '../../../scripts/state/paths.ts'

export interface Kept {
  /** The process of now; undefined between two. */
  readonly pid: number | undefined
  /** How often it was started. */
  readonly starts: number
  /** Ends it outright; it is started again. */
  kill(): void
  /** Ends it for good. */
  stop(): Promise<void>
  output(): string
}

export interface ProcessOrder {
  readonly nodeArguments: readonly string[]
  readonly environment: Readonly<Record<string, string>>
}

const RESTART_MS = 200

/** Keeps a program of Node alive. */
export function keepProcess({ nodeArguments, environment }: ProcessOrder): Kept {
  let child: ChildProcess | undefined
  let starts = 0
  let output = ''
  let isStopping = false
  const start = () => {
    starts++
    child = spawn(process.execPath, nodeArguments, {
      cwd: ROOT,
      env: { ...process.env, ...environment, NODE_ENV: 'production', NETSPLIT_PARENT_PIPE: '1' },
      // The program ends when the other end of its input closes, with this process.
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (bytes: Buffer) => {
        output += bytes.toString()
      })
    }
    child.once('exit', () => {
      child = undefined
      if (!isStopping) setTimeout(() => isStopping || start(), RESTART_MS)
    })
  }
  start()
  return {
    get pid() {
      return child?.pid
    },
    get starts() {
      return starts
    },
    kill: () => void child?.kill('SIGKILL'),
    output: () => output,
    async stop() {
      isStopping = true
      const last = child
      if (last === undefined) return
      const ended = once(last, 'exit')
      last.kill('SIGTERM')
      await Promise.race([ended, sleep(8_000, undefined, { ref: false })])
      last.kill('SIGKILL')
    },
  }
}

export interface KeptPostgres {
  readonly port: () => number
  readonly url: () => string
  /** Ends the server outright, and starts it again on the same files. */
  killAndStart(): Promise<void>
  /** Makes every write fail as on a full disk, until it is started again. */
  fillDisk(): Promise<void>
  stop(): Promise<void>
}

const START_TRIES = 40

/** A PostgreSQL with a folder of its own, which keeps what it promised. */
export async function keepPostgres(dataFolder: string): Promise<KeptPostgres> {
  const options = { dataFolder, password: 'drill' }
  let server: PostgresServer = await startPostgres(options)
  const folder = await databaseFolder(dataFolder, serverAccount())
  const postmaster = async () =>
    Number.parseInt(await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8'), 10)
  const start = async () => {
    for (let tries = 1; ; tries++) {
      try {
        server = await startPostgres(options)
        return
      } catch (error) {
        // Its orphans hold the shared memory for a moment.
        if (tries === START_TRIES) throw error
        await sleep(100)
      }
    }
  }
  return {
    port: () => Number(new URL(server.url).port),
    url: () => server.url,
    async killAndStart() {
      const pid = await postmaster().catch(() => 0)
      if (pid > 0) killQuietly(pid)
      await server.stop()
      await start()
    },
    async fillDisk() {
      const pid = await postmaster()
      for (const each of [pid, ...childrenOf(pid)]) await limitFiles(each)
    },
    stop: () => server.stop(),
  }
}

/** Of util-linux, which the sandbox needs too. */
const LIMITER = 'prlimit'

/** No file may be written any more: each write fails, with EFBIG where a disk says ENOSPC. */
async function limitFiles(pid: number): Promise<void> {
  const child = spawn(LIMITER, ['--pid', String(pid), '--fsize=0:0'], { stdio: 'ignore' })
  await once(child, 'exit')
}

/** The processes whose parent this is. */
export function childrenOf(pid: number): readonly number[] {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    return text
      .split(' ')
      .map(Number)
      .filter((child) => child > 0)
  } catch {
    return []
  }
}

/** What this process started, and what that started. */
export function descendantsOf(pid: number): readonly number[] {
  return childrenOf(pid).flatMap((child) => [child, ...descendantsOf(child)])
}

export function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}
