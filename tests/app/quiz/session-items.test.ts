/** What a session asks: what is due, the same round for who comes back, nothing of an open quiz. */
import { describe, expect, it } from 'vitest'
import type { AnswerEntry } from '#app/_review/entry.ts'
import { DEFAULT_SETTINGS } from '#app/_review/settings.ts'
import type { OwnReviews } from '#app/_server/own-reviews.ts'
import { makeBank } from '#app/_server/questions.ts'
import { dueItems, practiceItems } from '#app/_server/session-items.ts'
import { ANSWERS, QUESTIONS } from '../../support/some-questions.ts'
import { answer, TODAY } from '../review/some-cards.ts'

const NOBODY: ReadonlySet<string> = new Set()
const bank = makeBank(QUESTIONS, ANSWERS)

function own(answeredToday: readonly AnswerEntry[]): OwnReviews {
  const question = {
    cards: bank.cards,
    states: new Map(),
    settings: DEFAULT_SETTINGS,
    today: TODAY,
    done: { answers: 0, fresh: 0 },
  }
  return {
    ownerId: 'ada',
    bank,
    settings: DEFAULT_SETTINGS,
    states: new Map(),
    entries: answeredToday,
    work: { lessonsRead: new Set(), claimsFailed: new Set() },
    today: TODAY,
    answeredToday,
    question,
  }
}

const ids = (items: readonly { readonly cardId: string }[]) => items.map(({ cardId }) => cardId)

describe('a session', () => {
  it('has what was answered today first, with how it went, and asks it no more', () => {
    const items = dueItems(own([answer('a', { card: 'question/two', rating: 'again' })]), NOBODY)
    expect(items[0]).toMatchObject({ cardId: 'question/two', answered: 0 })
    expect(ids(items).filter((id) => id === 'question/two')).toHaveLength(1)
    expect(items.slice(1).every(({ answered }) => answered === undefined)).toBe(true)
  })

  it('leaves out what is in a quiz under way', () => {
    const closed = new Set(['question/one', 'card/flash'])
    for (const items of [
      dueItems(own([]), closed),
      practiceItems(own([]), { topic: 'cap', closed }),
    ]) {
      expect(items.length).toBeGreaterThan(0)
      expect(ids(items).filter((id) => closed.has(id))).toEqual([])
    }
  })

  it('of practice has the same cards for who comes back in the middle of it', () => {
    const before = ids(practiceItems(own([]), { topic: 'cap', closed: NOBODY }))
    const answered = own([answer('a', { card: before[0] ?? '' })])
    const after = ids(practiceItems(answered, { topic: 'cap', closed: NOBODY }))
    expect(after.toSorted()).toEqual(before.toSorted())
  })

  it('shows nothing that decides an answer', () => {
    const text = JSON.stringify(practiceItems(own([]), { topic: 'cap', closed: NOBODY }))
    for (const secret of [
      'isRight',
      'Because',
      'It is this',
      'misconception',
      'Back.',
      'All three',
    ]) {
      expect(text).not.toContain(secret)
    }
    expect(text).toContain('Front?')
  })
})
