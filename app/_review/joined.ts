/** Which cards take part: those of lessons that were read, of claims that failed, of chosen topics. */
import { type CardState, UNSEEN } from './card-state.ts'
import type { ReviewSettings } from './settings.ts'

/** What scheduling needs to know of a question or a flash card. */
export interface CardInfo {
  /** `question/<id>` or `card/<id>`. */
  readonly id: string
  readonly topic: string
  /** The slug of the lesson that teaches it. */
  readonly lesson: string
  /** Ids of claims of labs that fail by the misconception that this card is about. */
  readonly claims: readonly string[]
}

export interface Work {
  /** Slugs of lessons that were read to their end. */
  readonly lessonsRead: ReadonlySet<string>
  /** Ids of claims that a run of the learner's code broke. */
  readonly claimsFailed: ReadonlySet<string>
}

export type States = ReadonlyMap<string, CardState>

export function stateOf(states: States, cardId: string): CardState {
  return states.get(cardId) ?? UNSEEN
}

/** In the order in which new ones are shown: what failed in a lab comes first. */
export function joinedCards(
  cards: readonly CardInfo[],
  work: Work,
  { settings, states }: { readonly settings: ReviewSettings; readonly states: States },
): readonly CardInfo[] {
  const topics = new Set([...settings.topics, ...(settings.deadline?.topics ?? [])])
  const failed = (card: CardInfo) => card.claims.some((claim) => work.claimsFailed.has(claim))
  const takesPart = (card: CardInfo) =>
    failed(card) ||
    work.lessonsRead.has(card.lesson) ||
    topics.has(card.topic) ||
    stateOf(states, card.id).answers > 0
  const joined = cards.filter(takesPart)
  return [...joined.filter(failed), ...joined.filter((card) => !failed(card))]
}
