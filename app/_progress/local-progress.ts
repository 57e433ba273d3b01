/** Progress as the browser keeps it, for guests and for the time until the server has it. */
import type { Answer, LessonProgress, Progress } from './progress.ts'

export interface KeptProgress {
  /** Whose it is; null while the reader is nobody that the server knows. */
  readonly ownerId: string | null
  readonly lessons: Progress
}

const KEY = 'netsplit:progress'
const NOTHING: KeptProgress = { ownerId: null, lessons: {} }

/** What is kept; nothing where there is no storage or it holds something else. */
export function readKept(): KeptProgress {
  try {
    return parseKept(JSON.parse(localStorage.getItem(KEY) ?? 'null'))
  } catch {
    return NOTHING
  }
}

/** Without storage, progress lasts as long as the page. */
export function writeKept(kept: KeptProgress): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(kept))
  } catch {
    // The browser refuses it, or is full.
  }
}

/** Drops whatever is not as it should be: other versions of the site write here too. */
export function parseKept(data: unknown): KeptProgress {
  if (!isRecord(data) || !isRecord(data.lessons)) return NOTHING
  const lessons: Record<string, LessonProgress> = {}
  for (const [slug, kept] of Object.entries(data.lessons)) {
    const lesson = parseLesson(kept)
    if (lesson !== undefined) lessons[slug] = lesson
  }
  return { ownerId: typeof data.ownerId === 'string' ? data.ownerId : null, lessons }
}

function parseLesson(data: unknown): LessonProgress | undefined {
  if (!isRecord(data)) return undefined
  const { openedAt, touchedAt, readAt, place, figures, answers } = data
  if (!isTime(openedAt) || !isTime(touchedAt) || typeof place !== 'string') return undefined
  const kept: Record<string, Answer> = {}
  for (const [question, answer] of Object.entries(isRecord(answers) ? answers : {})) {
    if (!isRecord(answer) || typeof answer.isRight !== 'boolean' || !isTime(answer.at)) continue
    kept[question] = { isRight: answer.isRight, at: answer.at }
  }
  return {
    openedAt,
    touchedAt,
    readAt: isTime(readAt) ? readAt : undefined,
    place,
    figures: Array.isArray(figures) ? figures.filter((name) => typeof name === 'string') : [],
    answers: kept,
  }
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
}

function isTime(data: unknown): data is string {
  return typeof data === 'string' && !Number.isNaN(Date.parse(data))
}
