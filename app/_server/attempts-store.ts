/** Writes attempts: each distinct text once, and only the newest attempts of a step. */
import 'server-only'
import { createHash } from 'node:crypto'
import type { Transaction } from '../../prisma/line.ts'
import { ATTEMPTS_MAX, type RunToRecord } from '../labs/_workspace/attempts/attempt-view.ts'

interface Place {
  readonly userId: string
  readonly labId: string
  readonly stepId: string
}

/**
 * Waits until no other transaction changes this person's attempts: texts that nothing
 * refers to are removed, and must not be while somebody is about to refer to them.
 */
export async function lockAttempts(transaction: Transaction, userId: string): Promise<void> {
  await transaction.$queryRaw`
    select 1 from pg_advisory_xact_lock(hashtextextended(${`attempts of ${userId}`}, 0))`
}

/** Stores a run. The same text with the same result, again, is counted with the last. */
export async function storeRun(
  transaction: Transaction,
  { userId, ...run }: RunToRecord & { readonly userId: string },
): Promise<void> {
  const { labId, stepId, source, outcome, checksPassed, checksTotal, broken } = run
  await lockAttempts(transaction, userId)
  const hash = await storeText(transaction, userId, source)
  const repeated = await transaction.$executeRaw`
    update "Attempt" set times = times + 1, "createdAt" = now()
    where id = (
      select id from "Attempt"
      where "userId" = ${userId} and "labId" = ${labId} and "stepId" = ${stepId}
      order by "createdAt" desc, id desc limit 1)
    and kind = 'run' and hash = ${hash} and outcome = ${outcome}
    and "checksPassed" = ${checksPassed} and broken = ${broken}`
  if (repeated > 0) return
  await transaction.attempt.create({
    data: {
      userId,
      labId,
      stepId,
      kind: 'run',
      hash,
      outcome,
      checksPassed,
      checksTotal,
      broken,
    },
  })
  await pruneAttempts(transaction, { userId, labId, stepId })
}

/**
 * Keeps a text that is no longer the draft; returns the attempt's id.
 * @param savedAt when it was saved as the draft
 */
export async function keepReplaced(
  transaction: Transaction,
  { userId, labId, stepId, source, savedAt }: Place & { source: string; savedAt: Date },
): Promise<string> {
  const hash = await storeText(transaction, userId, source)
  const { id } = await transaction.attempt.create({
    data: { userId, labId, stepId, kind: 'replaced', hash, createdAt: savedAt },
    select: { id: true },
  })
  // Two tabs that take turns must not fill the list with the same two texts.
  await transaction.attempt.deleteMany({
    where: { userId, labId, stepId, kind: 'replaced', hash, id: { not: id } },
  })
  await pruneAttempts(transaction, { userId, labId, stepId }, id)
  return id
}

async function storeText(
  transaction: Transaction,
  userId: string,
  source: string,
): Promise<string> {
  const hash = createHash('sha256').update(source).digest('hex')
  await transaction.attemptText.createMany({
    data: [{ userId, hash, source }],
    skipDuplicates: true,
  })
  return hash
}

/**
 * Removes attempts beyond the bound, oldest first, and texts that none refers to any more.
 * @param keepId an attempt that stays whatever its age
 */
export async function pruneAttempts(
  transaction: Transaction,
  { userId, labId, stepId }: Place,
  keepId?: string,
): Promise<void> {
  await transaction.$executeRaw`
    delete from "Attempt" where id in (
      select id from "Attempt"
      where "userId" = ${userId} and "labId" = ${labId} and "stepId" = ${stepId}
      order by (id::text = ${keepId ?? ''}) desc, "createdAt" desc
      offset ${ATTEMPTS_MAX}::int)`
  await transaction.$executeRaw`
    delete from "AttemptText" where "userId" = ${userId} and not exists (
      select 1 from "Attempt"
      where "Attempt"."userId" = "AttemptText"."userId"
        and "Attempt".hash = "AttemptText".hash)`
}
