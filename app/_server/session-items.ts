/** The cards of a session: those of today, or of a topic that somebody wants to practise. */
import 'server-only'
import { recallOn } from '../_review/card-state.ts'
import { inOrder, planDay } from '../_review/day-plan.ts'
import type { CardInfo } from '../_review/joined.ts'
import { stateOf } from '../_review/joined.ts'
import type { SessionItem } from '../quiz/_session/session-item.ts'
import type { OwnReviews } from './own-reviews.ts'
import type { QuestionBank } from './questions.ts'

/** What was answered today, then what is still to be asked; a session that goes on looks the same. */
export function dueItems(own: OwnReviews, closed: ReadonlySet<string>): readonly SessionItem[] {
  const { bank, answeredToday, question } = own
  const answered = [...new Map(answeredToday.map((entry) => [entry.cardId, entry.share]))]
  const known = new Map(bank.cards.map((card) => [card.id, card]))
  const plan = inOrder(planDay(question)).filter(({ id }) => !closed.has(id))
  const rest = plan.filter(({ id }) => !answered.some(([cardId]) => cardId === id))
  return [
    ...answered.flatMap(([cardId, share]) => {
      const card = known.get(cardId)
      return card === undefined ? [] : itemsOf(own, card, share)
    }),
    ...rest.flatMap((card) => itemsOf(own, card)),
  ]
}

/** As many as one does in a quarter of an hour. */
const PRACTICE_MAX = 12

/** Cards of one topic, whether they are due or not: never asked first, then the least certain. */
export function practiceItems(
  own: OwnReviews,
  { topic, closed }: { readonly topic: string; readonly closed: ReadonlySet<string> },
): readonly SessionItem[] {
  const { bank, states, today, answeredToday } = own
  const share = new Map(answeredToday.map((entry) => [entry.cardId, entry.share]))
  const cards = bank.cards
    .filter((card) => card.topic === topic && !closed.has(card.id))
    .filter(({ id }) => !stateOf(states, id).isSuspended)
  const answered = cards.filter(({ id }) => share.has(id))
  const rest = cards
    .filter(({ id }) => !share.has(id))
    .map((card) => ({ card, recall: recallOn(stateOf(states, card.id), today) ?? 0 }))
    .toSorted((a, b) => a.recall - b.recall)
    // Who comes back finds the same round, and a new one when it is done.
    .slice(0, PRACTICE_MAX - (answered.length % PRACTICE_MAX))
    .map(({ card }) => card)
  return [
    ...answered.flatMap((card) => itemsOf(own, card, share.get(card.id))),
    ...rest.flatMap((card) => itemsOf(own, card)),
  ]
}

function itemsOf(
  { bank, states }: Pick<OwnReviews, 'bank' | 'states'>,
  { id: cardId, topic }: CardInfo,
  answered?: number,
): readonly SessionItem[] {
  const found = shownOf(bank, cardId)
  if (found === undefined) return []
  const lastId = stateOf(states, cardId).lastId ?? null
  return [{ cardId, topic, lastId, ...found, ...(answered === undefined ? {} : { answered }) }]
}

function shownOf(
  bank: QuestionBank,
  cardId: string,
): Pick<SessionItem, 'title' | 'shown'> | undefined {
  const [kind, id = ''] = cardId.split('/')
  if (kind === 'card') {
    const card = bank.flashCard(id)
    if (card === undefined) return undefined
    const { front, lesson } = card
    const title = front.replaceAll(/<[^>]*>/g, '')
    return { title, shown: { kind: 'flash', front, lesson } }
  }
  const question = bank.question(id)
  return question && { title: question.title, shown: { kind: 'question', question } }
}
