/**
 * The line in front of the graders: who is graded next. Web processes and graders both
 * change it, so it is here, beside the data.
 *
 * Each person stands in the line with one submission at a time. It has turn 0; further
 * open submissions of the same person have turn 1, 2 … and are taken only while nobody's
 * turn 0 waits. When one is done, the person's others step up by one, and join the line of
 * their new turn at its end. So nobody waits behind two submissions of one person who came
 * earlier, everybody advances, and no grader idles while anything waits.
 *
 * A turn is the priority of the job; `lineAt` is the time from which it may be taken.
 * Learners' jobs (`grade`) and those of the bulk lane (`regrade`) are tasks of their own,
 * which a grader takes apart from each other: see grader/host/queue/bulk-gate.ts.
 */
import type { Prisma } from './generated/client.ts'

/** A transaction under way. */
export type Transaction = Prisma.TransactionClient

export type Lane = 'interactive' | 'bulk'

/** The name of a lane's task in the queue. */
export const TASK_OF: Readonly<Record<Lane, string>> = { interactive: 'grade', bulk: 'regrade' }

/** Graders leave jobs with this flag alone while learners' submissions keep them busy. */
export const BULK_FLAG = 'bulk'

/**
 * Waits until no other transaction changes the turns of this person. Take it before any
 * row of theirs is changed: whoever submits does so too.
 */
export async function lockTurns(transaction: Transaction, userId: string): Promise<void> {
  await transaction.$queryRaw`
    select 1 from pg_advisory_xact_lock(hashtextextended(${userId}, 0))`
}

/**
 * Makes jobs for submissions, in place of those that they have: a job that some grader
 * holds loses its key, so that it can neither be tried again nor stand in the way.
 */
export async function joinLine(
  transaction: Transaction,
  {
    lane,
    ids,
    delayMs = 0,
  }: { readonly lane: Lane; readonly ids: readonly string[]; readonly delayMs?: number },
): Promise<void> {
  const flags = lane === 'bulk' ? [BULK_FLAG] : []
  await transaction.$executeRaw`
    select graphile_worker.add_job(
      ${TASK_OF[lane]}, json_build_object('submissionId', id), job_key := id::text,
      priority := case when ${lane} = 'bulk' then 0 else turn end,
      run_at := case
        when ${delayMs}::int > 0 then now() + make_interval(secs => ${delayMs / 1_000}::float8)
        when ${lane} = 'bulk' then now()
        else "lineAt" end,
      flags := nullif(${flags}::text[], '{}'))
    from "Submission" where id = any(${[...ids]}::uuid[])`
}

/** The name of the task that grades a submission again for a preview of its class's grades. */
export const REHEARSAL_TASK = 'rehearse'
const REHEARSAL_ATTEMPTS_MAX = 4

/** A submission, and the assignment for whose grades it is graded again. */
export interface Rehearsal {
  readonly assignmentId: string
  readonly submissionId: string
}

/**
 * Makes jobs that grade submissions again without touching their verdicts, in the bulk lane and in
 * place of those that they have. The row in RegradeResult says what is to be done.
 */
export async function joinRehearsalLine(
  transaction: Transaction,
  rehearsals: readonly Rehearsal[],
  { delayMs = 0 }: { readonly delayMs?: number } = {},
): Promise<void> {
  await transaction.$executeRaw`
    select graphile_worker.add_job(
      ${REHEARSAL_TASK},
      json_build_object('assignmentId', assignment, 'submissionId', submission),
      job_key := ${`${REHEARSAL_TASK}:`} || assignment || ':' || submission,
      run_at := now() + make_interval(secs => ${delayMs / 1_000}::float8),
      max_attempts := ${REHEARSAL_ATTEMPTS_MAX}::int, flags := ${[BULK_FLAG]}::text[])
    from unnest(
      ${rehearsals.map(({ assignmentId }) => assignmentId)}::text[],
      ${rehearsals.map(({ submissionId }) => submissionId)}::text[]
    ) as work (assignment, submission)`
}

/** The name of the task that looks for smaller runs of what failed. */
export const SHRINK_TASK = 'shrink'
/** Before any regrade: a learner may be reading the verdict. */
const SHRINK_PRIORITY = -1
const SHRINK_ATTEMPTS_MAX = 3

/** What names the job of a submission, so that there is one. */
export function shrinkKey(submissionId: string): string {
  return `shrink:${submissionId}`
}

/** Makes the job that looks for smaller runs of a graded submission, in the bulk lane. */
export async function joinShrinkLine(
  transaction: Transaction,
  submissionId: string,
): Promise<void> {
  await transaction.$executeRaw`
    select graphile_worker.add_job(
      ${SHRINK_TASK}, json_build_object('submissionId', ${submissionId}::text),
      job_key := ${shrinkKey(submissionId)}, priority := ${SHRINK_PRIORITY}::int,
      max_attempts := ${SHRINK_ATTEMPTS_MAX}::int, flags := ${[BULK_FLAG]}::text[])`
}

/**
 * Numbers the turns of this person anew, after one of their submissions left the line.
 * Whoever steps up joins the line of the new turn at its end.
 */
export async function stepUp(transaction: Transaction, userId: string): Promise<void> {
  await transaction.$executeRaw`
    with ranked as (
      select id, row_number() over (order by turn, "lineAt", id) - 1 as rank
      from "Submission" where "userId" = ${userId} and state in ('queued', 'running')),
    stepped as (
      update "Submission" set turn = rank, "lineAt" = now()
      from ranked where ranked.id = "Submission".id and turn <> rank
      returning "Submission".id, turn)
    select graphile_worker.reschedule_jobs(array[jobs.id], run_at => now(), priority => turn)
    from stepped join graphile_worker.jobs on key = stepped.id::text`
}

/** How many submissions of this person wait or run: the turn of one that comes now. */
export function countOpen(transaction: Transaction, userId: string): Promise<number> {
  return transaction.submission.count({
    where: { userId, state: { in: ['queued', 'running'] } },
  })
}
