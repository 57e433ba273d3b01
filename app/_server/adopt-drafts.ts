/** Moves a guest's drafts and attempts to an account; what differs there is kept beside. */
import 'server-only'
import type { Transaction } from '../../prisma/line.ts'
import { keepReplaced, lockAttempts, pruneAttempts } from './attempts-store.ts'

interface Adoption {
  readonly guestId: string
  readonly accountId: string
}

/** Take it before any row of either is locked: whoever saves a draft does so too. */
export async function lockDrafts(
  transaction: Transaction,
  { guestId, accountId }: Adoption,
): Promise<void> {
  await lockAttempts(transaction, guestId)
  await lockAttempts(transaction, accountId)
}

/** Call it with the locks of `lockDrafts`, before the guest is removed. */
export async function adoptDrafts(transaction: Transaction, adoption: Adoption): Promise<void> {
  await adoptAttempts(transaction, adoption)
  const { guestId, accountId } = adoption
  const drafts = await transaction.draft.findMany({ where: { userId: guestId } })
  for (const draft of drafts) await adoptDraft(transaction, accountId, draft)
}

async function adoptAttempts(
  transaction: Transaction,
  { guestId, accountId }: Adoption,
): Promise<void> {
  const steps = await transaction.attempt.findMany({
    where: { userId: guestId },
    distinct: ['labId', 'stepId'],
    select: { labId: true, stepId: true },
  })
  await transaction.$executeRaw`
    insert into "AttemptText" ("userId", hash, source)
    select ${accountId}, hash, source from "AttemptText" where "userId" = ${guestId}
    on conflict do nothing`
  await transaction.attempt.updateMany({
    where: { userId: guestId },
    data: { userId: accountId },
  })
  for (const step of steps) await pruneAttempts(transaction, { userId: accountId, ...step })
}

interface GuestDraft {
  readonly userId: string
  readonly labId: string
  readonly stepId: string
  readonly source: string
  readonly version: string
  readonly savedAt: Date
}

/** The newer of the two is the draft, and the other an attempt. */
async function adoptDraft(
  transaction: Transaction,
  accountId: string,
  { userId: guestId, labId, stepId, source, version, savedAt }: GuestDraft,
): Promise<void> {
  const place = { userId: accountId, labId, stepId }
  const own = await transaction.draft.findUnique({ where: { userId_labId_stepId: place } })
  if (own === null) {
    await transaction.draft.update({
      where: { userId_labId_stepId: { userId: guestId, labId, stepId } },
      data: { userId: accountId },
    })
  } else if (own.source === source) {
    return
  } else if (own.savedAt > savedAt) {
    await keepReplaced(transaction, { ...place, source, savedAt })
  } else {
    await transaction.draft.update({
      where: { userId_labId_stepId: place },
      // The version comes along: a tab of the guest's may still be editing this text.
      data: { source, version, savedAt },
    })
    await keepReplaced(transaction, { ...place, source: own.source, savedAt: own.savedAt })
  }
}
