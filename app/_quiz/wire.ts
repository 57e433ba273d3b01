/** What the quiz's pages send to the server and get from it. */
import type { AnswerKey } from '#content/schema/compiled-question.ts'
import type { Misconception } from '#content/schema/question.ts'
import type { Confidence } from '../_review/entry.ts'
import type { Answer } from './answer.ts'
import type { Graded } from './grade.ts'

interface SentBase {
  /** A UUID, chosen by the browser. */
  readonly id: string
  readonly cardId: string
  /** ISO 8601, by the clock of the device. */
  readonly at: string
  /** Where the device believed to be, as in the IANA database. */
  readonly timeZone: string
}

/** One entry of the outbox. The server judges answers: no verdict is taken from a browser. */
export type SentEntry =
  | (SentBase & {
      readonly kind: 'answer'
      readonly answer: Answer
      readonly confidence?: Confidence | undefined
      /** The id of the card's last answer that the device knew of; null when there was none. */
      readonly after: string | null
    })
  | (SentBase & { readonly kind: 'undo'; readonly undoes: string })
  | (SentBase & { readonly kind: 'suspend' | 'resume' })

/** What may be told about a question once it was answered. */
export interface QuestionFeedback {
  readonly kind: 'question'
  readonly key: AnswerKey
  /** Those that the answer shows, then the others of the question. */
  readonly misconceptions: readonly Misconception[]
}

export interface CardFeedback {
  readonly kind: 'card'
  readonly back: string
}

export type Feedback = QuestionFeedback | CardFeedback

/** What came of one entry. */
export type Receipt =
  | {
      readonly id: string
      readonly status: 'stored' | 'known'
      /** Another device answered the card in the meantime: both answers count, in their order. */
      readonly isBeside: boolean
      /** For an answer. */
      readonly graded?: Graded | undefined
      readonly feedback?: Feedback | undefined
      /** The day on which the card is asked again. */
      readonly dueDay?: string | undefined
    }
  | { readonly id: string; readonly status: 'refused'; readonly why: string }

export interface SentReviews {
  /** Whom the page was made for; undefined for a stranger's. */
  readonly ownerId?: string | undefined
  readonly entries: readonly SentEntry[]
}

export interface StoredReviews {
  readonly owner: { readonly id: string; readonly isGuest: boolean }
  readonly receipts: readonly Receipt[]
}

/** Keys by card, for practice without a network. */
export type Keys = Readonly<Record<string, Feedback>>

/** At most so many entries travel at once; the rest follow. */
export const ENTRIES_MAX = 50
