/** All that the pages of the quiz need to know of whoever asks. */
import 'server-only'
import { db } from '#db'
import type { CardState } from '../_review/card-state.ts'
import { type Day, dayOf } from '../_review/day.ts'
import type { DayQuestion } from '../_review/day-plan.ts'
import { type ReviewEntry, standing } from '../_review/entry.ts'
import { joinedCards, type Work } from '../_review/joined.ts'
import { DEFAULT_SETTINGS, type ReviewSettings } from '../_review/settings.ts'
import { readFailedClaims } from './failed-claims.ts'
import { readProgress } from './progress-store.ts'
import { type QuestionBank, readQuestionBank } from './questions.ts'
import { readSettings } from './review-settings.ts'
import { readEntries, readStates } from './review-store.ts'
import { readUser } from './session.ts'

export interface OwnReviews {
  /** Undefined for a stranger, who has no reviews yet. */
  readonly ownerId: string | undefined
  readonly bank: QuestionBank
  readonly settings: ReviewSettings
  readonly states: ReadonlyMap<string, CardState>
  readonly entries: readonly ReviewEntry[]
  readonly work: Work
  readonly today: Day
  /** Those of today that stand, oldest first. */
  readonly answeredToday: readonly Extract<ReviewEntry, { kind: 'answer' }>[]
  /** For `planDay`. */
  readonly question: DayQuestion
}

export async function readOwnReviews(): Promise<OwnReviews> {
  const [bank, user] = await Promise.all([readQuestionBank(), readUser()])
  if (user === undefined) return ownReviews(bank, undefined, NOTHING)
  const [settings, states, entries, lessons, claimsFailed] = await Promise.all([
    readSettings(user.id),
    readStates(user.id),
    readEntries(user.id),
    readProgress(db, user.id),
    readFailedClaims(user.id),
  ])
  const read = Object.entries(lessons).filter(([, { readAt }]) => readAt !== undefined)
  const lessonsRead = new Set(read.map(([slug]) => slug))
  return ownReviews(bank, user.id, {
    settings,
    states,
    entries,
    work: { lessonsRead, claimsFailed },
  })
}

type Known = Pick<OwnReviews, 'settings' | 'states' | 'entries' | 'work'>

const NOTHING: Known = {
  settings: DEFAULT_SETTINGS,
  states: new Map(),
  entries: [],
  work: { lessonsRead: new Set(), claimsFailed: new Set() },
}

function ownReviews(bank: QuestionBank, ownerId: string | undefined, known: Known): OwnReviews {
  const { settings, states, entries, work } = known
  const today = dayOf(new Date(), settings.timeZone)
  const answers = standing(entries).flatMap((entry) => (entry.kind === 'answer' ? [entry] : []))
  const answeredToday = answers.filter(({ day }) => day === today)
  const firstOf = new Map<string, string>()
  for (const { cardId, id } of answers) if (!firstOf.has(cardId)) firstOf.set(cardId, id)
  const fresh = answeredToday.filter(({ cardId, id }) => firstOf.get(cardId) === id).length
  const cards = joinedCards(bank.cards, work, { settings, states })
  const done = { answers: answeredToday.length, fresh }
  const question = { cards, states, settings, today, done }
  return { ownerId, bank, today, answeredToday, question, ...known }
}
