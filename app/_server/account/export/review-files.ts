/** The part of an export that is about questions: reviews, quizzes and mock interviews. */
import 'server-only'
import { db } from '#db'
import { jsonText } from './json-text.ts'
import type { FileToZip } from './zip.ts'

const WITHOUT_USER = { userId: true } as const

/** Each list is read when its turn comes. */
export async function* reviewFiles(userId: string): AsyncGenerator<FileToZip> {
  const of = { where: { userId }, omit: WITHOUT_USER }
  const settings = await db.reviewSettings.findUnique(of)
  yield { path: 'reviews/settings.json', text: jsonText(settings) }
  const entries = await db.reviewEntry.findMany({ ...of, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
  yield { path: 'reviews/log.json', text: jsonText(entries) }
  const cards = await db.cardState.findMany({ ...of, orderBy: { cardId: 'asc' } })
  yield { path: 'reviews/cards.json', text: jsonText(cards) }
  const quizzes = await db.quizAttempt.findMany({
    ...of,
    orderBy: { startedAt: 'asc' },
    include: { items: { orderBy: { position: 'asc' }, omit: { attemptId: true } } },
  })
  yield { path: 'quizzes.json', text: jsonText(quizzes) }
  const interviews = await db.interviewSession.findMany({ ...of, orderBy: { startedAt: 'asc' } })
  yield { path: 'interviews.json', text: jsonText(interviews) }
}
