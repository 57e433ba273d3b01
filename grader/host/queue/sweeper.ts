/**
 * Takes back what nobody works on any more. The rows of submissions are the truth, jobs
 * follow from them: each open submission must have a job that waits, or one in the hands of
 * a living grader that says it holds it. Whatever has neither (its grader was killed, a
 * connection was cut while a job was written, a job was lost) gets a new job.
 */
import { db } from '#db'
import { joinLine, type Lane, type Transaction } from '../../../prisma/line.ts'
import { sweepRehearsals } from './rehearse-task.ts'
import { markFault } from './set-aside.ts'
import { giveUpLostSearches } from './shrink-task.ts'
import { announce } from './submissions.ts'

const SWEEP_MS = 2_000

/** A grader that was not heard for this long is dead; so is a job that nobody speaks of. */
const DEAD_AFTER_SECONDS = 10

/** So many in one transaction; the next sweep goes on. */
const SWEPT_MAX = 20

/** Any number that nothing else in this database locks. */
const LOCK = 620_431_977

/** Sweeps at once and then again and again. @returns how to end it */
export function startSweeper(onFault: (line: string) => void): () => Promise<void> {
  let sweeping: Promise<void> | undefined
  const sweep = () => {
    sweeping ??= sweepStranded()
      .then(
        (ids) => ids.length > 0 && onFault(`taken back from the dead: ${ids.join(', ')}`),
        (error: unknown) => onFault(`no sweep: ${String(error)}`),
      )
      .then(() => {
        sweeping = undefined
      })
  }
  sweep()
  const timer = setInterval(sweep, SWEEP_MS)
  return async () => {
    clearInterval(timer)
    await sweeping
  }
}

/**
 * Takes back stranded submissions: a grader that died of one gets a mark on it.
 * @returns the submissions that went back to the line, or were set aside
 */
export async function sweepStranded(
  deadAfterSeconds = DEAD_AFTER_SECONDS,
): Promise<readonly string[]> {
  const swept = await db.$transaction(async (transaction) => {
    if (!(await isMyTurn(transaction, deadAfterSeconds))) return []
    const stranded = await findStranded(transaction, deadAfterSeconds)
    for (const each of stranded) await takeBack(transaction, each)
    await clearAway(transaction, deadAfterSeconds)
    return stranded.map(({ id }) => id)
  })
  await announce(swept)
  await giveUpLostSearches(deadAfterSeconds)
  await sweepRehearsals(deadAfterSeconds)
  return swept
}

/**
 * One sweeps at a time, and none soon after the database has started: until graders could
 * tell it that they live, all of them look dead.
 */
async function isMyTurn(transaction: Transaction, deadAfterSeconds: number): Promise<boolean> {
  const [row] = await transaction.$queryRaw<{ mine: boolean }[]>`
    select pg_postmaster_start_time() < now() - make_interval(secs => ${deadAfterSeconds}::int)
      and pg_try_advisory_xact_lock(${LOCK}::bigint) as mine`
  return row?.mine === true
}

interface Stranded {
  readonly id: string
  readonly userId: string
  readonly fence: number
  readonly lane: Lane
  /** The grader that held it, if that is dead. */
  readonly deadHolder: string | null
}

function findStranded(transaction: Transaction, deadAfterSeconds: number): Promise<Stranded[]> {
  return transaction.$queryRaw<Stranded[]>`
    with living as (
      select id, "workerIds", holding from "Grader"
      where "heartbeatAt" > now() - make_interval(secs => ${deadAfterSeconds}::int)),
    open as (
      select id, "userId", fence, "holderId",
        case when state = 'graded' then 'bulk' else 'interactive' end as lane
      from "Submission"
      where state in ('queued', 'running')
        or (state = 'graded' and "regradeVersion" is not null and "asideReason" is null))
    select open.id::text, "userId", fence, lane,
      case when not exists (select from living where living.id = "holderId")
        then "holderId" end as "deadHolder"
    from open left join graphile_worker.jobs on key = open.id::text
    where not coalesce(
      case when locked_by is null then attempts < max_attempts
      else locked_at > now() - make_interval(secs => ${deadAfterSeconds}::int)
        or exists (select from living
          where locked_by = any("workerIds") and open.id::text = any(holding)) end,
      false)
    limit ${SWEPT_MAX}`
}

/**
 * Only a death counts against the submission: a lost job says nothing about it. Whoever
 * took it since then has raised the fence.
 */
async function takeBack(transaction: Transaction, stranded: Stranded): Promise<void> {
  const { id, fence, lane, deadHolder } = stranded
  if (deadHolder !== null) {
    const reason = 'Each grader that graded it ended without a word.'
    await markFault(transaction, { ...stranded, graderId: deadHolder, reason })
    return
  }
  await transaction.submission.updateMany({
    where: { id, fence },
    data: { holderId: null, ...(lane === 'bulk' ? {} : { state: 'queued', seedsDone: 0 }) },
  })
  await joinLine(transaction, { lane, ids: [id] })
}

/** Forgets dead graders, and the jobs that lost their key because a new one took it. */
async function clearAway(transaction: Transaction, deadAfterSeconds: number): Promise<void> {
  await transaction.$executeRaw`
    delete from "Grader"
    where "heartbeatAt" <= now() - make_interval(secs => ${deadAfterSeconds}::int)`
  await transaction.$executeRaw`
    select graphile_worker.force_unlock_workers(array(
      select distinct locked_by from graphile_worker.jobs
      where key is null and locked_at <= now() - make_interval(secs => ${deadAfterSeconds}::int)
        and not exists (select from "Grader" where locked_by = any("workerIds"))))`
  await transaction.$executeRaw`
    select graphile_worker.complete_jobs(array(
      select id from graphile_worker.jobs
      where key is null and locked_by is null and attempts >= max_attempts
        and task_identifier in ('grade', 'regrade', 'rehearse', 'shrink')))`
}

/** Unlocks whatever these workers of graphile-worker still hold. */
export async function unlockJobs(workerIds: readonly string[]): Promise<void> {
  await db.$executeRaw`select graphile_worker.force_unlock_workers(${[...workerIds]}::text[])`
}
