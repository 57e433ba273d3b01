/**
 * Gives the jobs of dead graders to the living. graphile-worker itself waits four hours
 * before it takes a lock for dead; a learner should not.
 */
import { db } from '#db'
import { announce } from './submissions.ts'

const SWEEP_MS = 15_000

/** A grader that was not heard for this long is dead. */
const DEAD_AFTER_SECONDS = 30

/** Any number that nothing else in this database locks. */
const LOCK = 620_431_977

/** Sweeps at once and then again and again. @returns how to end it */
export function startSweeper(onFault: (line: string) => void): () => void {
  const sweep = () => {
    sweepDeadGraders().catch((error: unknown) => onFault(`no sweep: ${String(error)}`))
  }
  sweep()
  const timer = setInterval(sweep, SWEEP_MS)
  return () => clearInterval(timer)
}

/**
 * Unlocks the jobs of holders without a fresh heartbeat, also of those that died before
 * their first one. Returns the submissions that went back to the queue.
 */
export async function sweepDeadGraders(
  deadAfterSeconds = DEAD_AFTER_SECONDS,
): Promise<readonly string[]> {
  const freed = await db.$transaction(async (transaction) => {
    const [lock] = await transaction.$queryRaw<{ taken: boolean }[]>`
      select pg_try_advisory_xact_lock(${LOCK}::bigint) as taken`
    if (lock?.taken !== true) return []
    const jobs = await transaction.$queryRaw<{ key: string | null; holder: string }[]>`
      select key, locked_by as holder from graphile_worker.jobs
      where task_identifier = 'grade' and locked_by is not null
        and locked_at <= now() - make_interval(secs => ${deadAfterSeconds}::int)
        and not exists (
          select from "Grader" where locked_by = any("workerIds")
            and "heartbeatAt" > now() - make_interval(secs => ${deadAfterSeconds}::int))`
    const holders = [...new Set(jobs.map(({ holder }) => holder))]
    const ids = jobs.flatMap(({ key }) => key ?? [])
    await transaction.$executeRaw`select graphile_worker.force_unlock_workers(${holders}::text[])`
    await transaction.$executeRaw`
      delete from "Grader"
      where "heartbeatAt" <= now() - make_interval(secs => ${deadAfterSeconds}::int)`
    await transaction.submission.updateMany({
      where: { id: { in: ids }, state: 'running' },
      data: { state: 'queued', seedsDone: 0 },
    })
    return ids
  })
  await announce(freed)
  return freed
}

/** Unlocks whatever these workers of graphile-worker still hold. */
export async function unlockJobs(workerIds: readonly string[]): Promise<void> {
  await db.$executeRaw`select graphile_worker.force_unlock_workers(${[...workerIds]}::text[])`
}

/** Makes the jobs of these submissions due at once, as if they had not been tried. */
export async function rescheduleJobs(submissionIds: readonly string[]): Promise<void> {
  await db.$executeRaw`
    select graphile_worker.reschedule_jobs(
      array(select id from graphile_worker.jobs where key = any(${[...submissionIds]}::text[])),
      run_at => now(), attempts => 0)`
}
