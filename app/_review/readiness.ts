/**
 * How ready somebody is for a topic, as a range and never as one number. The lower end counts what was
 * never asked as not known; the upper end assumes that it would go like the first tries at other
 * questions of the topic did.
 */
import { recallOn } from './card-state.ts'
import type { Day } from './day.ts'
import type { AnswerEntry, ReviewEntry } from './entry.ts'
import { byCard, standing } from './entry.ts'
import { type CardInfo, type States, stateOf } from './joined.ts'

export interface Readiness {
  readonly topic: string
  readonly cards: number
  readonly seen: number
  /** How many of those seen are expected to be recalled today, from 0 to `seen`. */
  readonly recalledNow: number
  /** First tries that were right, of `firstTries`. */
  readonly firstRight: number
  readonly firstTries: number
  /** The share expected to be right if all were asked today; undefined while too little is known. */
  readonly range?: { readonly low: number; readonly high: number } | undefined
}

/** With fewer first tries in a topic, nothing is said about it. */
export const FIRST_TRIES_MIN = 5

/** One for each topic, in the order in which the cards name them. */
export function readiness(
  cards: readonly CardInfo[],
  {
    states,
    entries,
    today,
  }: {
    readonly states: States
    readonly entries: readonly ReviewEntry[]
    readonly today: Day
  },
): readonly Readiness[] {
  const firsts = firstTries(entries)
  const topics = [...new Set(cards.map(({ topic }) => topic))]
  return topics.map((topic) => {
    const own = cards.filter((card) => card.topic === topic)
    const recalls = own.flatMap(({ id }) => recallOn(stateOf(states, id), today) ?? [])
    const tries = own.flatMap(({ id }) => firsts.get(id) ?? [])
    const recalledNow = recalls.reduce((sum, recall) => sum + recall, 0)
    const firstRight = tries.filter(({ rating }) => rating !== 'again').length
    const counts = { topic, cards: own.length, seen: recalls.length, recalledNow, firstRight }
    return { ...counts, firstTries: tries.length, range: rangeOf(counts, tries.length) }
  })
}

function rangeOf(
  counts: Pick<Readiness, 'cards' | 'seen' | 'recalledNow' | 'firstRight'>,
  tries: number,
): Readiness['range'] {
  if (tries < FIRST_TRIES_MIN) return undefined
  const { cards, seen, recalledNow, firstRight } = counts
  const unseenRight = (cards - seen) * (firstRight / tries)
  return { low: recalledNow / cards, high: (recalledNow + unseenRight) / cards }
}

function firstTries(entries: readonly ReviewEntry[]): ReadonlyMap<string, AnswerEntry> {
  const firsts = new Map<string, AnswerEntry>()
  for (const [cardId, own] of byCard(entries)) {
    const first = standing(own).find((entry) => entry.kind === 'answer')
    if (first !== undefined) firsts.set(cardId, first)
  }
  return firsts
}
