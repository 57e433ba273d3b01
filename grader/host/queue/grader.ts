/** A grader: takes jobs from the queue until it is told to stop. */

import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { hostname } from 'node:os'
import { Logger, type Runner, run, type WorkerEvents } from 'graphile-worker'
import type { SandboxPool } from '../sandbox/pool.ts'
import { gradeTask } from './grade-task.ts'
import { startHeartbeat } from './heartbeat.ts'
import { rescheduleJobs, startSweeper, unlockJobs } from './sweeper.ts'

export interface GraderOptions {
  readonly databaseUrl: string
  readonly pool: SandboxPool
  readonly seedSecret: string
  /** How many submissions are graded at the same time. */
  readonly concurrency: number
  /** How many workers share the checks of one submission. */
  readonly workerCount: number
  /** Names of the sandbox layers that are on. */
  readonly layers: readonly string[]
  readonly onFault: (line: string) => void
}

export interface Grader {
  readonly id: string
  /** Finishes what takes less than `graceMs`, gives the rest back, and ends. */
  readonly stop: () => Promise<void>
}

/** How long a running job may go on when the grader stops. */
const GRACE_MS = 4_000
/** Jobs arrive by notification; this is for those that were unlocked or failed before. */
const POLL_MS = 1_000

/** Starts taking jobs. */
export async function startGrader(options: GraderOptions): Promise<Grader> {
  const { pool, workerCount, seedSecret, onFault } = options
  const id = `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`
  const stopping = new AbortController()
  const released: string[] = []
  const task = gradeTask({
    pool,
    workerCount,
    seedSecret,
    graderId: id,
    signal: stopping.signal,
    onFault,
    onReleased: (submissionId) => released.push(submissionId),
  })
  const workerIds: string[] = []
  const events: WorkerEvents = new EventEmitter()
  // graphile-worker locks jobs in the name of its pool.
  events.on('pool:create', ({ workerPool }) => void workerIds.push(workerPool.id))
  const runner = await run({
    connectionString: options.databaseUrl,
    concurrency: options.concurrency,
    maxPoolSize: options.concurrency + 2,
    pollInterval: POLL_MS,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: GRACE_MS,
    taskList: { grade: task },
    logger: quietLogger(onFault),
    events,
  })
  const heartbeat = await startHeartbeat({ id, workerIds, layers: options.layers }, onFault)
  const stopSweeper = startSweeper(onFault)
  return {
    id,
    async stop() {
      stopSweeper()
      await drain(runner, stopping)
      pool.close()
      // graphile-worker does not wait until the end of its last job is written.
      await unlockJobs(workerIds)
      await rescheduleJobs(released)
      await heartbeat.stop()
    },
  }
}

async function drain(runner: Runner, stopping: AbortController): Promise<void> {
  const timer = setTimeout(() => stopping.abort(), GRACE_MS)
  await runner.stop()
  clearTimeout(timer)
}

/** Only what somebody must know: graphile-worker also tells of each job that it takes. */
function quietLogger(onFault: (line: string) => void): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') onFault(`queue: ${message}`)
  })
}
