/**
 * What the grader reads and writes of a submission. A grader holds a submission by its
 * fence: the number grows with each taking, and only the newest holder can write.
 */
import { gzipSync } from 'node:zlib'
import { db } from '#db'
import type { Grade } from '../grade.ts'

/** A submission in the hands of this grader. */
export interface HeldSubmission {
  readonly id: string
  readonly fence: number
  readonly labId: string
  readonly stepId: string
  readonly source: string
}

/**
 * Takes a submission, also from a grader that still believes to hold it. Undefined when
 * there is nothing to do: it is gone, or has its verdict.
 */
export async function takeSubmission(id: string): Promise<HeldSubmission | undefined> {
  const [held] = await db.submission.updateManyAndReturn({
    where: { id, verdict: { is: null } },
    data: { fence: { increment: 1 }, state: 'running', seedsDone: 0, startedAt: new Date() },
    select: { id: true, fence: true, labId: true, stepId: true, source: true },
  })
  if (held !== undefined) await announce([id])
  return held
}

/** Stores how far the grading is; does nothing when somebody else holds the submission. */
export async function storeProgress(
  { id, fence }: Pick<HeldSubmission, 'id' | 'fence'>,
  { seedsDone, seedsTotal }: { readonly seedsDone: number; readonly seedsTotal: number },
): Promise<void> {
  const { count } = await db.submission.updateMany({
    where: { id, fence, state: 'running' },
    data: { seedsDone, seedsTotal },
  })
  if (count > 0) await announce([id])
}

/** Gives a submission back to the queue, if it is still held. */
export async function putBack({ id, fence }: Pick<HeldSubmission, 'id' | 'fence'>): Promise<void> {
  const { count } = await db.submission.updateMany({
    where: { id, fence, state: 'running' },
    data: { state: 'queued', seedsDone: 0 },
  })
  if (count > 0) await announce([id])
}

/**
 * Records the one verdict of a submission, in one transaction.
 * @returns false when somebody else holds the submission by now
 */
export async function recordVerdict(
  { id, fence }: Pick<HeldSubmission, 'id' | 'fence'>,
  grade: Grade,
  graderId: string,
): Promise<boolean> {
  const { outcome, message, checks, failures, seedBase, seedsTotal } = grade
  const isRecorded = await db.$transaction(async (transaction) => {
    const { count } = await transaction.submission.updateMany({
      where: { id, fence, state: 'running' },
      data: { state: 'graded', seedsDone: seedsTotal, seedsTotal },
    })
    if (count === 0) return false
    await transaction.submissionVerdict.create({
      data: {
        submissionId: id,
        outcome,
        message,
        // Prisma wants a mutable copy of what is plain data already.
        results: { checks: JSON.parse(JSON.stringify(checks)) },
        seedBase,
        graderId,
        failures: {
          create: failures.map(({ checkId, trace }) => ({
            checkId,
            trace: new Uint8Array(gzipSync(trace)),
          })),
        },
      },
    })
    return true
  })
  if (isRecorded) await announce([id])
  return isRecorded
}

/** Tells everybody who listens that these submissions changed. */
export async function announce(ids: readonly string[]): Promise<void> {
  for (const id of ids) await db.$executeRaw`select pg_notify('netsplit_submission', ${id})`
}
