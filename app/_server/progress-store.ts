/** What readers did in lessons, as the database keeps it. It knows no sessions. */
import 'server-only'
import { db } from '#db'
import type { Transaction } from '../../prisma/line.ts'
import { parseKept } from '../_progress/local-progress.ts'
import { type LessonProgress, mergeProgress, type Progress } from '../_progress/progress.ts'

/** Merges these lessons with what is stored; nothing that was done is undone by it. */
export async function storeProgress(userId: string, lessons: Progress): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockProgress(tx, userId)
    await mergeInto(tx, userId, lessons)
  })
}

/** Gives the account what its guest did. Call it before the guest is removed. */
export async function adoptProgress(
  transaction: Transaction,
  { guestId, accountId }: { readonly guestId: string; readonly accountId: string },
): Promise<void> {
  await lockProgress(transaction, guestId)
  await lockProgress(transaction, accountId)
  await mergeInto(transaction, accountId, await readProgress(transaction, guestId))
}

/** Two tabs that store at the same moment would each overwrite what the other merged. */
async function lockProgress(transaction: Transaction, userId: string): Promise<void> {
  await transaction.$queryRaw`
    select 1 from pg_advisory_xact_lock(hashtextextended(${`progress of ${userId}`}, 0))`
}

async function mergeInto(tx: Transaction, userId: string, lessons: Progress): Promise<void> {
  const merged = mergeProgress(await readProgress(tx, userId), lessons)
  for (const slug of Object.keys(lessons)) {
    const lesson = merged[slug]
    if (lesson === undefined) continue
    const row = rowOf(lesson)
    await tx.lessonProgress.upsert({
      where: { userId_slug: { userId, slug } },
      create: { userId, slug, ...row },
      update: row,
    })
  }
}

/** By the lesson's slug. */
export async function readProgress(
  reader: Pick<Transaction, 'lessonProgress'>,
  userId: string,
): Promise<Progress> {
  const rows = await reader.lessonProgress.findMany({ where: { userId } })
  const lessons = rows.map(({ slug, openedAt, touchedAt, readAt, place, figures, answers }) => [
    slug,
    {
      openedAt: openedAt.toISOString(),
      touchedAt: touchedAt.toISOString(),
      readAt: readAt?.toISOString(),
      place,
      figures,
      answers,
    },
  ])
  return parseKept({ ownerId: userId, lessons: Object.fromEntries(lessons) }).lessons
}

function rowOf({ openedAt, touchedAt, readAt, place, figures, answers }: LessonProgress) {
  return {
    openedAt: new Date(openedAt),
    touchedAt: new Date(touchedAt),
    readAt: readAt === undefined ? null : new Date(readAt),
    place,
    figures: [...figures],
    answers: Object.fromEntries(
      Object.entries(answers).map(([id, { isRight, at }]) => [id, { isRight, at }]),
    ),
  }
}
