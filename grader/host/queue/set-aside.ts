/**
 * Submissions that nobody can grade, for no fault of the learner's. Each fault is a mark;
 * after so many a submission is set aside, where it harms no grader and is not forgotten:
 * it has no verdict, its owner is told, and `npm run queue` lists it with the reason.
 */
import { db } from '#db'
import {
  countOpen,
  joinLine,
  type Lane,
  lockTurns,
  stepUp,
  type Transaction,
} from '../../../prisma/line.ts'
import { announce, type HeldSubmission, heldState } from './submissions.ts'

/** After so many faults of ours a submission is set aside. */
export const ATTEMPTS_MAX = 4

const PAUSE_MS = 500

/** A submission that failed, and who was at work on it. */
export interface Mark {
  readonly id: string
  readonly userId: string
  readonly fence: number
  readonly lane: Lane
  readonly graderId: string
  readonly reason: string
}

/**
 * Counts a fault of ours against the present attempt of a held submission, and puts it
 * back or sets it aside.
 * @returns which of them, or undefined when somebody else holds it by now
 */
export async function recordFault(
  held: HeldSubmission,
  { graderId, reason }: Pick<Mark, 'graderId' | 'reason'>,
): Promise<'queued' | 'setAside' | undefined> {
  const { id, userId, fence, lane } = held
  const outcome = await db.$transaction((transaction) =>
    markFault(transaction, { id, userId, fence, lane, graderId, reason }),
  )
  if (outcome !== undefined) await announce([id])
  return outcome
}

/** The same within a transaction; announce it afterwards. */
export async function markFault(
  transaction: Transaction,
  { id, userId, fence, lane, graderId, reason }: Mark,
): Promise<'queued' | 'setAside' | undefined> {
  await lockTurns(transaction, userId)
  const [row] = await transaction.submission.updateManyAndReturn({
    where: { id, fence, ...heldState(lane) },
    data: { holderId: null, triedBy: { push: graderId } },
    select: { userId: true, triedBy: true },
  })
  if (row === undefined) return undefined
  const attempts = row.triedBy.length
  const isLast = attempts >= ATTEMPTS_MAX
  await transaction.submission.update({
    where: { id },
    data: {
      ...(isLast ? { asideReason: reason } : {}),
      ...(lane === 'bulk' ? {} : { state: isLast ? 'setAside' : 'queued', seedsDone: 0 }),
    },
  })
  if (!isLast) {
    await joinLine(transaction, { lane, ids: [id], delayMs: PAUSE_MS * 2 ** (attempts - 1) })
    return 'queued'
  }
  await transaction.$executeRaw`select graphile_worker.remove_job(${id})`
  if (lane === 'interactive') await stepUp(transaction, row.userId)
  return 'setAside'
}

/** A submission that was set aside, for the operator. */
export interface SetAside {
  readonly id: string
  readonly labId: string
  readonly stepId: string
  /** What is missing: its verdict, or a newer one. */
  readonly lane: Lane
  readonly reason: string
  readonly triedBy: readonly string[]
  readonly createdAt: Date
}

/** All that are set aside, oldest first. */
export async function listSetAside(): Promise<readonly SetAside[]> {
  const rows = await db.submission.findMany({
    where: { asideReason: { not: null } },
    orderBy: { createdAt: 'asc' },
    select: {
      id: true,
      labId: true,
      stepId: true,
      state: true,
      asideReason: true,
      triedBy: true,
      createdAt: true,
    },
  })
  return rows.map(({ state, asideReason, ...row }) => ({
    ...row,
    lane: state === 'graded' ? 'bulk' : 'interactive',
    reason: asideReason ?? '',
  }))
}

/**
 * Gives set-aside submissions back to the line with all their attempts; the others of
 * `ids` are left as they are. @returns those that were given back
 */
export async function retrySetAside(ids: readonly string[]): Promise<readonly string[]> {
  const retried = await db.$transaction(async (transaction) => {
    const rows = await transaction.submission.findMany({
      where: { id: { in: [...ids] }, asideReason: { not: null } },
      select: { id: true, userId: true, state: true },
      orderBy: { id: 'asc' },
    })
    for (const { id, userId, state } of rows) {
      const lane = state === 'graded' ? 'bulk' : 'interactive'
      await lockTurns(transaction, userId)
      const turn = await countOpen(transaction, userId)
      await transaction.submission.update({
        where: { id },
        data: {
          asideReason: null,
          triedBy: [],
          ...(lane === 'bulk' ? {} : { state: 'queued', turn }),
        },
      })
      await joinLine(transaction, { lane, ids: [id] })
    }
    return rows.map(({ id }) => id)
  })
  await announce(retried)
  return retried
}
