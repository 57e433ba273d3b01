/** A grader: takes jobs from the queue until it is told to stop. */

import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { hostname } from 'node:os'
import { Logger, type Runner, type RunnerOptions, run, type WorkerEvents } from 'graphile-worker'
import { Pool } from 'pg'
import { present } from '#core'
import { BULK_FLAG, type Lane, REHEARSAL_TASK, SHRINK_TASK, TASK_OF } from '../../../prisma/line.ts'
import type { SandboxPool } from '../sandbox/pool.ts'
import { type GradeTasks, gradeTasks } from './grade-task.ts'
import { startHeartbeat } from './heartbeat.ts'
import { startSweeper, unlockJobs } from './sweeper.ts'

export interface GraderOptions {
  readonly databaseUrl: string
  readonly pool: SandboxPool
  readonly seedSecret: string
  /** What it takes: learners' submissions, regrades when nobody waits, or both. */
  readonly lanes: readonly Lane[]
  /** How many of learners' submissions are graded at the same time. */
  readonly concurrency: number
  /** How many workers share the checks of one submission. */
  readonly workerCount: number
  /** Names of the sandbox layers that are on. */
  readonly layers: readonly string[]
  readonly onFault: (line: string) => void
}

export interface Grader {
  readonly id: string
  /** Settles when it ended by itself, which it should not; the text says why. */
  readonly ended: Promise<string>
  /** Finishes what takes less than `GRACE_MS`, gives the rest back, and ends. */
  readonly stop: () => Promise<void>
}

/** How long a running job may go on when the grader stops. */
const GRACE_MS = 3_000
/** Jobs arrive by notification; this is for those that became due without one. */
const POLL_MS = 1_000
/** Bulk jobs one at a time: they are to fill gaps, not machines. */
const BULK_CONCURRENCY = 1
/** One connection for each lane listens, and as many take and finish jobs. */
const SPARE_CONNECTIONS = 4

/** Starts taking jobs. */
export async function startGrader(options: GraderOptions): Promise<Grader> {
  const { lanes, layers, concurrency, onFault } = options
  const id = `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`
  const stopping = new AbortController()
  const work = gradeTasks({ ...options, graderId: id, signal: stopping.signal })
  const connections = openPool(options)
  const workerIds: string[] = []
  const common = queueOptions(options, connections, (workerId) => workerIds.push(workerId))
  const runners = await Promise.all(
    lanes.map((lane) => run({ ...common, ...laneOptions(lane, concurrency, work) })),
  )
  const heartbeat = await startHeartbeat(
    {
      id,
      workerIds,
      layers,
      concurrency: lanes.includes('interactive') ? concurrency : 0,
      holding: work.holding,
    },
    onFault,
  )
  const stopSweeper = startSweeper(onFault)
  return {
    id,
    ended: Promise.race(runners.map(({ promise }) => promise)).then(
      () => 'the queue ended',
      (error: unknown) => `the queue ended: ${String(error)}`,
    ),
    async stop() {
      await Promise.all([stopSweeper(), drain(runners, stopping)])
      options.pool.close()
      // graphile-worker does not wait until the end of its last job is written.
      await unlockJobs(workerIds)
      await heartbeat.stop()
      await connections.end()
    },
  }
}

function openPool({ databaseUrl, concurrency, onFault }: GraderOptions): Pool {
  const connections = new Pool({
    connectionString: databaseUrl,
    max: concurrency + SPARE_CONNECTIONS,
  })
  // Without a handler for `error` a lost connection would end the process.
  const tell = ({ message }: Error) => onFault(`queue: a connection was lost: ${message}`)
  connections.on('error', tell)
  connections.on('connect', (client) => client.on('error', () => {}))
  return connections
}

function queueOptions(
  { onFault }: GraderOptions,
  pgPool: Pool,
  onWorkerId: (id: string) => void,
): RunnerOptions {
  const events: WorkerEvents = new EventEmitter()
  // graphile-worker locks jobs in the name of its pool.
  events.on('pool:create', ({ workerPool }) => onWorkerId(workerPool.id))
  return {
    pgPool,
    pollInterval: POLL_MS,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: GRACE_MS,
    logger: quietLogger(onFault),
    events,
  }
}

function laneOptions(
  lane: Lane,
  concurrency: number,
  { tasks, gate }: GradeTasks,
): Pick<RunnerOptions, 'concurrency' | 'taskList' | 'forbiddenFlags'> {
  const names =
    lane === 'bulk' ? [TASK_OF.bulk, REHEARSAL_TASK, SHRINK_TASK] : [TASK_OF.interactive]
  const taskList = Object.fromEntries(
    names.map((name) => [name, present(tasks[name], `there is a task ${name}`)]),
  )
  if (lane === 'interactive') return { concurrency, taskList }
  const forbiddenFlags = () => (gate.isShut ? [BULK_FLAG] : [])
  return { concurrency: BULK_CONCURRENCY, taskList, forbiddenFlags }
}

async function drain(runners: readonly Runner[], stopping: AbortController): Promise<void> {
  const timer = setTimeout(() => stopping.abort(), GRACE_MS)
  await Promise.all(runners.map((runner) => runner.stop()))
  clearTimeout(timer)
}

/**
 * Only what somebody must know, in one line: graphile-worker also tells of each job that
 * it takes, and adds the stack to each failure.
 */
function quietLogger(onFault: (line: string) => void): Logger {
  return new Logger(() => (level, message) => {
    if (level !== 'error') return
    const [text = ''] = message.split(/\n +at /)
    onFault(`queue: ${text.replaceAll(/\s+/g, ' ').trim()}`)
  })
}
