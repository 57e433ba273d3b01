/** Records what a grading found: one verdict for each submission, whoever dies when. */
import { isSameFailure } from '#core'
import { db } from '#db'
import { joinShrinkLine, lockTurns, stepUp, type Transaction } from '../../../prisma/line.ts'
import type { Grade } from '../grade.ts'
import { announce, type HeldSubmission, heldState } from './submissions.ts'

/** Who judged, and by which version of the lab. */
export interface Judge {
  readonly graderId: string
  readonly labVersion: number
}

/**
 * Records the verdict of a held submission, in one transaction; that of a regrade takes
 * the place of the one before it.
 * @returns false when somebody else holds the submission by now, or recorded it
 */
export async function recordVerdict(
  held: HeldSubmission,
  grade: Grade,
  judge: Judge,
): Promise<boolean> {
  const isRecorded = await db.$transaction((transaction) =>
    held.lane === 'bulk'
      ? replaceVerdict(transaction, held, grade, judge)
      : firstVerdict(transaction, held, grade, judge),
  )
  if (isRecorded) await announce([held.id])
  return isRecorded
}

async function firstVerdict(
  transaction: Transaction,
  { id, fence, lane, userId }: HeldSubmission,
  grade: Grade,
  judge: Judge,
): Promise<boolean> {
  await lockTurns(transaction, userId)
  const { seedsTotal } = grade
  const [left] = await transaction.submission.updateManyAndReturn({
    where: { id, fence, ...heldState(lane) },
    data: { state: 'graded', holderId: null, seedsDone: seedsTotal, seedsTotal },
    select: { userId: true },
  })
  if (left === undefined) return false
  await transaction.$executeRaw`
    update "Submission"
    set "gradingMs" = extract(epoch from clock_timestamp() - "startedAt") * 1000
    where id = ${id}::uuid`
  await transaction.submissionVerdict.create({
    data: { submissionId: id, ...contents(grade, judge) },
  })
  await stepUp(transaction, left.userId)
  await orderShrinking(transaction, id, grade)
  return true
}

async function replaceVerdict(
  transaction: Transaction,
  { id, fence, lane }: HeldSubmission,
  grade: Grade,
  judge: Judge,
): Promise<boolean> {
  const { count } = await transaction.submission.updateMany({
    where: { id, fence, ...heldState(lane) },
    data: { holderId: null, regradeVersion: null, triedBy: [] },
  })
  if (count === 0) return false
  await transaction.submissionFailure.deleteMany({ where: { submissionId: id } })
  await transaction.submissionVerdict.update({
    where: { submissionId: id },
    data: contents(grade, judge),
  })
  await transaction.$executeRaw`
    update "SubmissionVerdict" set "regradedAt" = now() where "submissionId" = ${id}::uuid`
  await orderShrinking(transaction, id, grade)
  return true
}

/** Smaller runs of what failed are looked for later, when no learner waits for a verdict. */
async function orderShrinking(transaction: Transaction, id: string, grade: Grade): Promise<void> {
  if (canShrink(grade)) await joinShrinkLine(transaction, id)
}

function canShrink({ checks }: Grade): boolean {
  return checks.some(
    ({ failure }) => failure !== undefined && isSameFailure(failure.outcome, failure.outcome),
  )
}

function tooLarge({ failures }: Grade): string[] {
  return failures.flatMap(({ checkId, run }) => (run === 'too-large' ? checkId : []))
}

function contents(grade: Grade, { graderId, labVersion }: Judge) {
  const { outcome, message, checks, checksTotal, failures, seedBase } = grade
  return {
    outcome,
    message,
    // Prisma wants a mutable copy of what is plain data already.
    results: { checks: JSON.parse(JSON.stringify(checks)), runsTooLarge: tooLarge(grade) },
    checksHeld: checks.filter(({ verdict }) => verdict === 'pass').length,
    checksTotal,
    seedBase,
    graderId,
    labVersion,
    isShrinking: canShrink(grade),
    failures: {
      create: failures.map(({ checkId, run }) => ({
        checkId,
        run: run === 'too-large' ? null : new Uint8Array(run),
      })),
    },
  }
}
