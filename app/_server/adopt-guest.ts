/** What a guest did becomes the account's when the guest signs up or in. */
import 'server-only'
import { db } from '#db'
import { adoptDrafts, lockDrafts } from './adopt-drafts.ts'
import { adoptInterviews } from './interviews.ts'
import { adoptProgress } from './progress-store.ts'
import { adoptSettings } from './review-settings.ts'
import { adoptReviews } from './review-store.ts'

/**
 * Moves the guest's submissions, drafts, attempts, progress, reviews, quizzes and interviews to the
 * account and removes the guest, or does nothing at all. The locks make what is being stored at this moment wait: it then
 * either moves too or is refused, and is never deleted with the guest.
 */
export async function adoptGuest({
  guestId,
  accountId,
}: {
  readonly guestId: string
  readonly accountId: string
}): Promise<void> {
  if (guestId === accountId) return
  await db.$transaction(async (tx) => {
    await lockDrafts(tx, { guestId, accountId })
    await tx.$queryRaw`select 1 from "User" where id = ${guestId} and "isAnonymous" for update`
    await tx.submission.updateMany({ where: { userId: guestId }, data: { userId: accountId } })
    await tx.sharedRun.updateMany({ where: { userId: guestId }, data: { userId: accountId } })
    await adoptDrafts(tx, { guestId, accountId })
    await adoptProgress(tx, { guestId, accountId })
    await adoptReviews(tx, { guestId, accountId })
    await adoptSettings(tx, { guestId, accountId })
    await tx.quizAttempt.updateMany({ where: { userId: guestId }, data: { userId: accountId } })
    await adoptInterviews(tx, { guestId, accountId })
    await tx.user.deleteMany({ where: { id: guestId, isAnonymous: true } })
  })
}
