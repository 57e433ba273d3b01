/**
 * What a reader did in a lesson: plain data that can be merged in any order, since the same reader
 * may have several tabs and machines. It says what was done and draws no conclusion from it.
 */
import type { LessonOutline } from '#content/schema/compiled.ts'

/** The last try at a question. */
export interface Answer {
  readonly isRight: boolean
  /** ISO 8601. */
  readonly at: string
}

export interface LessonProgress {
  /** First opened; ISO 8601. */
  readonly openedAt: string
  /** The last time that anything was done here; ISO 8601. */
  readonly touchedAt: string
  /** When the end was first reached; ISO 8601. */
  readonly readAt?: string | undefined
  /** The heading that was last read under; empty above the first. */
  readonly place: string
  /** Names of the figures that were used. */
  readonly figures: readonly string[]
  /** By the question's id. */
  readonly answers: Readonly<Record<string, Answer>>
}

/** By the lesson's slug. */
export type Progress = Readonly<Record<string, LessonProgress>>

/** One thing that a reader did. */
export type Signal =
  | { readonly kind: 'opened' }
  | { readonly kind: 'came-to'; readonly place: string }
  | { readonly kind: 'used-figure'; readonly name: string }
  | { readonly kind: 'answered'; readonly question: string; readonly isRight: boolean }
  | { readonly kind: 'read' }

/** Progress after one more signal. */
export function withSignal(
  before: LessonProgress | undefined,
  signal: Signal,
  now: string,
): LessonProgress {
  const known = before ?? { openedAt: now, touchedAt: now, place: '', figures: [], answers: {} }
  const touched = { ...known, touchedAt: now }
  switch (signal.kind) {
    case 'opened':
      return touched
    case 'came-to':
      return { ...touched, place: signal.place }
    case 'used-figure':
      return { ...touched, figures: union(known.figures, [signal.name]) }
    case 'answered': {
      const answer = { isRight: signal.isRight, at: now }
      return { ...touched, answers: { ...known.answers, [signal.question]: answer } }
    }
    case 'read':
      return { ...touched, readAt: known.readAt ?? now }
    default:
      return signal satisfies never
  }
}

/** Both together. The order does not matter, and merging twice changes nothing. */
export function mergeProgress(one: Progress, other: Progress): Progress {
  const merged: Record<string, LessonProgress> = { ...one }
  for (const [slug, lesson] of Object.entries(other)) {
    const own = Object.hasOwn(one, slug) ? one[slug] : undefined
    merged[slug] = own === undefined ? lesson : mergeLesson(own, lesson)
  }
  return merged
}

function mergeLesson(one: LessonProgress, other: LessonProgress): LessonProgress {
  const [early, late] = one.openedAt <= other.openedAt ? [one, other] : [other, one]
  // Of two that were touched at the same moment either will do, but always the same one.
  const isOneLater =
    one.touchedAt === other.touchedAt ? one.place > other.place : one.touchedAt > other.touchedAt
  const latest = isOneLater ? one : other
  const reads = [early.readAt, late.readAt].filter((at) => at !== undefined).toSorted()
  return {
    openedAt: early.openedAt,
    touchedAt: latest.touchedAt,
    readAt: reads[0],
    place: latest.place,
    figures: union(one.figures, other.figures),
    answers: mergeAnswers(one.answers, other.answers),
  }
}

function mergeAnswers(
  one: LessonProgress['answers'],
  other: LessonProgress['answers'],
): LessonProgress['answers'] {
  const merged: Record<string, Answer> = { ...one }
  for (const [question, answer] of Object.entries(other)) {
    const own = merged[question]
    const isNewer =
      own === undefined ||
      answer.at > own.at ||
      (answer.at === own.at && own.isRight && !answer.isRight)
    if (isNewer) merged[question] = answer
  }
  return merged
}

function union(one: readonly string[], other: readonly string[]): readonly string[] {
  return [...new Set([...one, ...other])].toSorted()
}

/** Of a lesson's parts, how many the reader did; parts that the lesson no longer has do not count. */
export function countDone(outline: LessonOutline, progress: LessonProgress | undefined) {
  const figures = new Set(progress?.figures)
  const answers = progress?.answers ?? {}
  return {
    figuresUsed: outline.figures.filter((name) => figures.has(name)).length,
    answersRight: outline.questions.filter((id) => answers[id]?.isRight === true).length,
  }
}
