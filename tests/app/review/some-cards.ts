/** Cards and answers for tests of the scheduling. */
import { addDays, type Day } from '#app/_review/day.ts'
import type { AnswerEntry } from '#app/_review/entry.ts'
import type { CardInfo } from '#app/_review/joined.ts'
import type { Rating } from '#app/_review/memory.ts'

export const TODAY: Day = '2026-11-21'

/** `count` cards, spread over these topics in turn. */
export function someCards(count: number, topics: readonly string[] = ['cap']): readonly CardInfo[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `question/q${String(index).padStart(3, '0')}`,
    topic: topics[index % topics.length] ?? 'cap',
    lesson: 'else',
    claims: [],
  }))
}

/** An answer on the day so many days from today. */
export function answer(
  id: string,
  {
    card = 'question/q000',
    day = 0,
    rating = 'good',
    ...rest
  }: {
    readonly card?: string
    readonly day?: number
    readonly rating?: Rating
    readonly confidence?: AnswerEntry['confidence']
  } = {},
): AnswerEntry {
  const on = addDays(TODAY, day)
  const share = rating === 'again' ? 0 : 1
  return {
    kind: 'answer',
    id,
    cardId: card,
    at: `${on}T12:00:00Z`,
    day: on,
    rating,
    share,
    ...rest,
  }
}
