/** Takes submissions in: who may, in place of which, and where in the line. */
import 'server-only'
import { db } from '#db'
import { findStep } from '#labs/index.ts'
import { countOpen, joinLine, lockTurns, stepUp, type Transaction } from '../../prisma/line.ts'

/** Steps for which one person may wait at the same time. */
const UNGRADED_MAX = 3
/** All that may wait at once, so that a flood of guests cannot fill the database. */
const WAITING_MAX = 1_000

export interface NewSubmission {
  readonly userId: string
  readonly labId: string
  readonly stepId: string
  readonly source: string
}

export type Submitted =
  | { readonly kind: 'submitted'; readonly id: string }
  | { readonly kind: 'no-such-step' }
  | { readonly kind: 'too-many-waiting'; readonly limit: number }
  | { readonly kind: 'queue-full' }

/**
 * Stores a submission and its job in one transaction: once this returns, it will be
 * graded whichever process dies. What the same person handed in for the same step and no
 * grader has begun is superseded, and the new one has its place in the line.
 */
export async function submit(submission: NewSubmission): Promise<Submitted> {
  const { userId, labId, stepId, source } = submission
  const found = findStep(labId, stepId)
  if (found === undefined) return { kind: 'no-such-step' }
  const labVersion = found.lab.version
  return db.$transaction(async (transaction): Promise<Submitted> => {
    // Two tabs must not both be the last one allowed.
    await lockTurns(transaction, userId)
    const older = await lockOlder(transaction, submission)
    const open = (await countOpen(transaction, userId)) - older.length
    if (open >= UNGRADED_MAX) return { kind: 'too-many-waiting', limit: UNGRADED_MAX }
    const waiting = await transaction.submission.count({ where: { state: 'queued' } })
    if (waiting - older.length >= WAITING_MAX) return { kind: 'queue-full' }
    await supersede(transaction, older)
    const [first] = older
    const place = first === undefined ? { turn: open } : { turn: first.turn, lineAt: first.lineAt }
    const { id } = await transaction.submission.create({
      data: { userId, labId, stepId, labVersion, source, ...place },
      select: { id: true },
    })
    // Of several, the others leave their turns empty.
    if (older.length > 1) await stepUp(transaction, userId)
    await joinLine(transaction, { lane: 'interactive', ids: [id] })
    return { kind: 'submitted', id }
  })
}

interface Older {
  readonly id: string
  readonly turn: number
  readonly lineAt: Date
}

/** What this one supersedes, first in line first. No grader can take it from now on. */
function lockOlder(
  transaction: Transaction,
  { userId, labId, stepId }: NewSubmission,
): Promise<Older[]> {
  return transaction.$queryRaw<Older[]>`
    select id::text, turn, "lineAt" from "Submission"
    where "userId" = ${userId} and "labId" = ${labId} and "stepId" = ${stepId}
      and state = 'queued'
    order by turn, "lineAt", id for update`
}

/** A job that a grader has just fetched finds nothing to take. */
async function supersede(transaction: Transaction, older: readonly Older[]): Promise<void> {
  if (older.length === 0) return
  const ids = older.map(({ id }) => id)
  await transaction.submission.updateMany({
    where: { id: { in: ids } },
    data: { state: 'superseded' },
  })
  await transaction.$executeRaw`
    select graphile_worker.remove_job(id), pg_notify('netsplit_submission', id)
    from unnest(${ids}::text[]) as id`
}
