/** One card of a session, as the server gives it: nothing in it tells the answer. */
import type { Html, PublicQuestion } from '#content/schema/compiled-question.ts'
import type { Day } from '../../_review/day.ts'

export interface SessionItem {
  readonly cardId: string
  readonly topic: string
  /** For lists. */
  readonly title: string
  readonly shown:
    | { readonly kind: 'question'; readonly question: PublicQuestion }
    | { readonly kind: 'flash'; readonly front: Html; readonly lesson: string }
  /** The last answer that the server knows; null when there is none. */
  readonly lastId: string | null
  /** How much was right, when it was answered today already. */
  readonly answered?: number | undefined
}

export interface Session {
  /** Names the session among others of the day: `due`, or the topic that is practised. */
  readonly name: string
  readonly title: string
  readonly day: Day
  /** Undefined for a stranger's. */
  readonly ownerId: string | undefined
  readonly items: readonly SessionItem[]
}
