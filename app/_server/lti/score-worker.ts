/**
 * Takes the jobs that tell platforms of grades. It runs in the web process: only that one has
 * the secret which opens the keys of this site, and graders are to reach no network.
 */
import 'server-only'
import { Logger, parseCrontab, type Runner, run, type TaskList } from 'graphile-worker'
import { Pool } from 'pg'
import { z } from 'zod'
import { databaseUrl, db } from '#db'
import { passGrades } from './pass-grades.ts'
import { DUE_TASK, joinScoreLine, SCORE_TASK } from './score-line.ts'

/** Jobs arrive by notification; this is for those that became due without one. */
const POLL_MS = 10_000
/** One listens, one takes jobs, one is spare. */
const CONNECTIONS_MAX = 3
/** How long after the queue was lost it is tried again. */
const AGAIN_MS = 15_000
/** Grades change by more than their release: the classes are looked through at these times. */
const CRONTAB = `*/15 * * * * ${DUE_TASK}`

const Payload = z.object({ classId: z.uuid() })

const TASKS: TaskList = {
  [SCORE_TASK]: async (payload) => {
    const { later } = await passGrades(Payload.parse(payload).classId, new Date())
    // The queue tries again, after a pause that grows.
    if (later > 0) throw new Error(`${later} grades could not be sent`)
  },
  [DUE_TASK]: async () => {
    const courses = await db.ltiCourse.findMany({
      distinct: ['classId'],
      select: { classId: true },
    })
    for (const { classId } of courses) await joinScoreLine(db, classId)
  },
}

/** Begins to take jobs, and begins anew whenever the database was away. Returns at once. */
export function startScoreWorker(): void {
  void keepRunning()
}

async function keepRunning(): Promise<never> {
  for (;;) {
    const connections = openPool()
    try {
      await (await start(connections)).promise
    } catch (error) {
      console.error(`grades for platforms wait: ${String(error)}`)
    }
    await connections.end().catch(() => {})
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS).unref())
  }
}

function start(pgPool: Pool): Promise<Runner> {
  return run({
    pgPool,
    concurrency: 1,
    pollInterval: POLL_MS,
    noHandleSignals: true,
    taskList: TASKS,
    parsedCronItems: parseCrontab(CRONTAB),
    // What a platform did wrong is shown to the staff of the class.
    logger: new Logger(() => () => {}),
  })
}

function openPool(): Pool {
  const pool = new Pool({ connectionString: databaseUrl(), max: CONNECTIONS_MAX })
  // Without a handler for `error` a lost connection would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}
