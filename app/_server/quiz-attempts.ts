/** Goes at named quizzes. Nothing is judged, and nothing told, before the whole is handed in. */
import 'server-only'
import { randomUUID } from 'node:crypto'
import type { QuizSet } from '#content/schema/quiz.ts'
import { db } from '#db'
import { type Answer, answerSchema } from '../_quiz/answer.ts'
import { gradeAnswer } from '../_quiz/grade.ts'
import { dayOf } from '../_review/day.ts'
import { CONFIDENCES, type Confidence } from '../_review/entry.ts'
import { rateAnswer } from '../_review/rate-answer.ts'
import { type QuestionBank, questionCardId } from './questions.ts'
import { type EntryToStore, storeEntries } from './review-store.ts'

export interface AttemptItem {
  readonly questionId: string
  readonly answer?: Answer | undefined
  readonly confidence?: Confidence | undefined
  /** How much was right; undefined until the attempt is handed in. */
  readonly share?: number | undefined
  readonly misconceptions: readonly string[]
}

export interface QuizAttempt {
  readonly id: string
  readonly setId: string
  readonly startedAt: Date
  readonly handedInAt?: Date | undefined
  readonly items: readonly AttemptItem[]
}

/** The open attempt of this learner, or a new one. */
export async function startAttempt(userId: string, set: QuizSet): Promise<QuizAttempt> {
  return await db.$transaction(async (tx) => {
    await tx.$queryRaw`
      select 1 from pg_advisory_xact_lock(hashtextextended(${`quizzes of ${userId}`}, 0))`
    const open = await tx.quizAttempt.findFirst({
      where: { userId, setId: set.id, handedInAt: null },
      include: WITH_ITEMS,
    })
    if (open !== null) return attemptOf(open)
    const items = set.questions.map((questionId, position) => ({ questionId, position }))
    const made = await tx.quizAttempt.create({
      data: { userId, setId: set.id, items: { create: items } },
      include: WITH_ITEMS,
    })
    return attemptOf(made)
  })
}

/** Undefined when this learner has no such attempt. */
export async function readAttempt(userId: string, id: string): Promise<QuizAttempt | undefined> {
  const row = await db.quizAttempt.findFirst({ where: { id, userId }, include: WITH_ITEMS })
  return row === null ? undefined : attemptOf(row)
}

/** The attempts of a learner at one set, newest first. */
export async function listQuizAttempts(
  userId: string,
  setId: string,
): Promise<readonly QuizAttempt[]> {
  const rows = await db.quizAttempt.findMany({
    where: { userId, setId },
    orderBy: { startedAt: 'desc' },
    include: WITH_ITEMS,
  })
  return rows.map(attemptOf)
}

export type Answering = 'kept' | 'no such question' | 'handed in'

/** Keeps an answer; until the attempt is handed in, another one takes its place. */
export async function answerItem(
  userId: string,
  {
    attemptId,
    questionId,
    answer,
    confidence,
  }: {
    readonly attemptId: string
    readonly questionId: string
    readonly answer: Answer
    readonly confidence?: Confidence | undefined
  },
): Promise<Answering> {
  const { count } = await db.quizItem.updateMany({
    where: { attemptId, questionId, attempt: { userId, handedInAt: null } },
    data: { answer, confidence: confidence ?? null, answeredAt: new Date() },
  })
  if (count > 0) return 'kept'
  const attempt = await readAttempt(userId, attemptId)
  const isIn = attempt?.items.some((item) => item.questionId === questionId)
  return isIn === true ? 'handed in' : 'no such question'
}

/**
 * Judges all answers, once; what was not answered counts as not known. The answers join the reviews.
 * @returns undefined when this learner has no such attempt
 */
export async function handIn(
  userId: string,
  {
    attemptId,
    bank,
    timeZone,
  }: {
    readonly attemptId: string
    readonly bank: QuestionBank
    readonly timeZone: string
  },
): Promise<QuizAttempt | undefined> {
  const now = new Date()
  // Whoever counts what a class answered must not find an attempt that is judged in part.
  const judged = await db.$transaction(async (tx) => {
    const { count } = await tx.quizAttempt.updateMany({
      where: { id: attemptId, userId, handedInAt: null },
      data: { handedInAt: now },
    })
    if (count === 0) return []
    const { items } = attemptOf(
      await tx.quizAttempt.findUniqueOrThrow({ where: { id: attemptId }, include: WITH_ITEMS }),
    )
    const graded = items.map((item) => ({ ...item, ...gradeItem(bank, item) }))
    for (const { questionId, share, misconceptions } of graded) {
      await tx.quizItem.update({
        where: { attemptId_questionId: { attemptId, questionId } },
        data: { share, misconceptions: [...misconceptions] },
      })
    }
    return graded
  })
  const entries = judged.flatMap(
    ({ questionId, answer, confidence, share, misconceptions }): readonly EntryToStore[] =>
      answer === undefined
        ? []
        : [
            {
              kind: 'answer',
              id: randomUUID(),
              cardId: questionCardId(questionId),
              at: now.toISOString(),
              day: dayOf(now, timeZone),
              rating: rateAnswer({ share, confidence, isRubric: false }),
              share,
              confidence,
              answer,
              misconceptions,
            },
          ],
  )
  if (entries.length > 0) await storeEntries(userId, entries)
  return await readAttempt(userId, attemptId)
}

function gradeItem(bank: QuestionBank, { questionId, answer }: AttemptItem) {
  const key = bank.key(questionId)
  if (key === undefined || answer === undefined) return { share: 0, misconceptions: [] }
  try {
    return gradeAnswer(key, answer)
  } catch (error) {
    // The question was changed after it had been answered.
    if (error instanceof RangeError) return { share: 0, misconceptions: [] }
    throw error
  }
}

/** Ids of cards whose questions are in an attempt under way: nothing may be told about these. */
export async function openQuestions(userId: string): Promise<ReadonlySet<string>> {
  const items = await db.quizItem.findMany({
    where: { attempt: { userId, handedInAt: null } },
    select: { questionId: true },
  })
  return new Set(items.map(({ questionId }) => questionCardId(questionId)))
}

const WITH_ITEMS = { items: { orderBy: { position: 'asc' } } } as const

interface AttemptRow {
  readonly id: string
  readonly setId: string
  readonly startedAt: Date
  readonly handedInAt: Date | null
  readonly items: readonly {
    readonly questionId: string
    readonly answer: unknown
    readonly confidence: number | null
    readonly share: number | null
    readonly misconceptions: readonly string[]
  }[]
}

function attemptOf({ id, setId, startedAt, handedInAt, items }: AttemptRow): QuizAttempt {
  return {
    id,
    setId,
    startedAt,
    handedInAt: handedInAt ?? undefined,
    items: items.map(({ questionId, answer, confidence, share, misconceptions }) => ({
      questionId,
      answer: answerSchema.safeParse(answer).data,
      confidence: CONFIDENCES.find((each) => each === confidence),
      share: share ?? undefined,
      misconceptions,
    })),
  }
}
