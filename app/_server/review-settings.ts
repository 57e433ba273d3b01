/** What learners chose about their reviews, as the database keeps it. It knows no sessions. */
import 'server-only'
import { db } from '#db'
import type { Transaction } from '../../prisma/line.ts'
import { isTimeZone, parseDay } from '../_review/day.ts'
import { DEFAULT_SETTINGS, type ReviewSettings } from '../_review/settings.ts'

/** Those of this learner, or what everybody begins with. */
export async function readSettings(userId: string): Promise<ReviewSettings> {
  const row = await db.reviewSettings.findUnique({ where: { userId } })
  if (row === null) return DEFAULT_SETTINGS
  const { perDay, newPerDay, retention, timeZone, topics, deadlineDay, deadlineTopics } = row
  const day = parseDay(deadlineDay ?? '')
  const deadline = day === undefined ? undefined : { day, topics: deadlineTopics }
  return { perDay, newPerDay, retention, timeZone, topics, deadline }
}

export async function storeSettings(userId: string, settings: ReviewSettings): Promise<void> {
  const { deadline, topics, ...rest } = settings
  const row = {
    ...rest,
    topics: [...topics],
    deadlineDay: deadline?.day ?? null,
    deadlineTopics: [...(deadline?.topics ?? [])],
  }
  await db.reviewSettings.upsert({ where: { userId }, create: { userId, ...row }, update: row })
}

/** Where the learner is: days follow the device that answered last. */
export async function followTimeZone(userId: string, timeZone: string): Promise<void> {
  if (!isTimeZone(timeZone)) return
  const { perDay, newPerDay, retention } = DEFAULT_SETTINGS
  await db.reviewSettings.upsert({
    where: { userId },
    create: { userId, perDay, newPerDay, retention, timeZone, topics: [] },
    update: { timeZone },
  })
}

/** The account's own settings stand; without any it takes the guest's. */
export async function adoptSettings(
  transaction: Transaction,
  { guestId, accountId }: { readonly guestId: string; readonly accountId: string },
): Promise<void> {
  await transaction.$executeRaw`
    update "ReviewSettings" set "userId" = ${accountId} where "userId" = ${guestId}
    and not exists (select 1 from "ReviewSettings" where "userId" = ${accountId})`
}
