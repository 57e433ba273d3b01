/**
 * What a grader reads and writes of a submission until its verdict. A grader holds a
 * submission by its fence: the number grows with each taking, and only the newest holder
 * can write.
 */
import { db } from '#db'
import { Prisma } from '../../../prisma/generated/client.ts'
import { joinLine, type Lane } from '../../../prisma/line.ts'

/** A submission in the hands of this grader. */
export interface HeldSubmission {
  readonly id: string
  readonly userId: string
  readonly fence: number
  readonly labId: string
  readonly stepId: string
  readonly source: string
  readonly lane: Lane
  /** The version of the lab that must judge it, or a later one. */
  readonly labVersionMin: number
}

/** What names a taking. */
export type Hold = Pick<HeldSubmission, 'id' | 'fence' | 'lane'>

type Row = Omit<HeldSubmission, 'lane'>

/** A grader that was not heard for so long cannot be asked to try. */
const ALIVE_SECONDS = 10
const PASS_ON_MS = 1_000

/**
 * Takes a submission, also from a grader that still believes to hold it. Undefined when
 * there is nothing to do: it is gone, superseded, set aside, or has its verdict, or
 * failed here before and a grader that has not tried it lives.
 */
export async function takeSubmission(
  id: string,
  graderId: string,
): Promise<HeldSubmission | undefined> {
  const [held] = await db.$queryRaw<Row[]>`
    update "Submission"
    set fence = fence + 1, state = 'running', "holderId" = ${graderId}, "seedsDone" = 0,
      "startedAt" = now()
    where id = ${id}::uuid and state in ('queued', 'running')
      and not (${graderId} = any(coalesce("triedBy", '{}')) and ${othersCanTry()})
    returning id::text, "userId", fence, "labId", "stepId", source, 0 as "labVersionMin"`
  if (held === undefined) {
    await passOn(id, graderId)
    return undefined
  }
  await announce([id])
  return { ...held, lane: 'interactive' }
}

/** Whether a grader lives that takes learners' submissions and has not tried this one. */
function othersCanTry() {
  return Prisma.sql`exists (
    select from "Grader" where "Grader".id <> all("triedBy") and concurrency > 0
      and "heartbeatAt" > now() - make_interval(secs => ${ALIVE_SECONDS}::int))`
}

/** Leaves a submission that failed here to the others, if it is still open. */
async function passOn(id: string, graderId: string): Promise<void> {
  await db.$transaction(async (transaction) => {
    const count = await transaction.submission.count({
      where: { id, state: { in: ['queued', 'running'] }, triedBy: { has: graderId } },
    })
    if (count > 0) {
      await joinLine(transaction, { lane: 'interactive', ids: [id], delayMs: PASS_ON_MS })
    }
  })
}

/** Takes a graded submission that is to be graded again; its owner sees its verdict still. */
export async function takeRegrade(
  id: string,
  graderId: string,
): Promise<HeldSubmission | undefined> {
  const [held] = await db.$queryRaw<Row[]>`
    update "Submission" set fence = fence + 1, "holderId" = ${graderId}
    where id = ${id}::uuid and state = 'graded'
      and "regradeVersion" is not null and "asideReason" is null
    returning id::text, "userId", fence, "labId", "stepId", source,
      "regradeVersion" as "labVersionMin"`
  return held === undefined ? undefined : { ...held, lane: 'bulk' }
}

/** Stores how far the grading is; does nothing when somebody else holds the submission. */
export async function storeProgress(
  { id, fence, lane }: Hold,
  { seedsDone, seedsTotal }: { readonly seedsDone: number; readonly seedsTotal: number },
): Promise<void> {
  if (lane === 'bulk') return
  const { count } = await db.submission.updateMany({
    where: { id, fence, state: 'running' },
    data: { seedsDone, seedsTotal },
  })
  if (count > 0) await announce([id])
}

/**
 * Gives a submission back to the line, if it is still held. It keeps its place, or comes
 * after `delayMs`, and no attempt is counted.
 */
export async function giveBack({ id, fence, lane }: Hold, delayMs = 0): Promise<void> {
  const isGivenBack = await db.$transaction(async (transaction) => {
    const { count } = await transaction.submission.updateMany({
      where: { id, fence, ...heldState(lane) },
      data: { holderId: null, ...(lane === 'bulk' ? {} : { state: 'queued', seedsDone: 0 }) },
    })
    if (count > 0) await joinLine(transaction, { lane, ids: [id], delayMs })
    return count > 0
  })
  if (isGivenBack) await announce([id])
}

/**
 * The state in which a holder may write. `queued` too: a sweeper that took this grader for
 * dead put the submission back, and nobody has taken it since.
 */
export function heldState(lane: Lane) {
  return lane === 'bulk'
    ? ({ state: 'graded', regradeVersion: { not: null } } as const)
    : { state: { in: ['queued' as const, 'running' as const] } }
}

/** Tells everybody who listens that these submissions changed. */
export async function announce(ids: readonly string[]): Promise<void> {
  for (const id of ids) await db.$executeRaw`select pg_notify('netsplit_submission', ${id})`
}
