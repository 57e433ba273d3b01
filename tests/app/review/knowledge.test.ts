/** What is said about a learner: readiness, calibration, and what an answer is worth. */
import { describe, expect, it } from 'vitest'
import { calibration } from '#app/_review/calibration.ts'
import { cardState } from '#app/_review/card-state.ts'
import { type AnswerEntry, byCard, CONFIDENCES } from '#app/_review/entry.ts'
import { rateAnswer } from '#app/_review/rate-answer.ts'
import { readiness } from '#app/_review/readiness.ts'
import { answer, someCards, TODAY } from './some-cards.ts'

describe('readiness', () => {
  const cards = someCards(20, ['cap', 'time'])

  function of(entries: readonly AnswerEntry[]) {
    const states = new Map([...byCard(entries)].map(([id, own]) => [id, cardState(own)]))
    const [cap] = readiness(cards, { states, entries, today: TODAY })
    return cap
  }

  it('says nothing while too little is known', () => {
    expect(of([])).toMatchObject({ topic: 'cap', cards: 10, seen: 0, range: undefined })
    const four = [0, 2, 4, 6].map((n) => answer(`a${n}`, { card: cards[n]?.id ?? '' }))
    expect(of(four)?.range).toBeUndefined()
  })

  it('counts what was not asked as unknown below, and as the first tries went above', () => {
    const five = [0, 2, 4, 6, 8].map((n) =>
      answer(`a${n}`, { card: cards[n]?.id ?? '', rating: n < 4 ? 'again' : 'good' }),
    )
    const ready = of(five)
    expect(ready).toMatchObject({ seen: 5, firstRight: 3, firstTries: 5 })
    // All five were answered today, so all are expected to be recalled: 5 of 10.
    expect(ready?.range?.low).toBeCloseTo(0.5, 5)
    expect(ready?.range?.high).toBeCloseTo(0.8, 5)
  })

  it('falls as days pass without an answer', () => {
    const at = (day: number) =>
      of([0, 2, 4, 6, 8].map((n) => answer(`a${n}`, { card: cards[n]?.id ?? '', day })))
    expect(at(-30)?.range?.low ?? 0).toBeLessThan(at(-3)?.range?.low ?? 0)
  })
})

describe('calibration', () => {
  const answers = (confidence: AnswerEntry['confidence'], right: number, wrong: number) => [
    ...Array.from({ length: right }, (_, n) => answer(`${confidence}r${n}`, { confidence })),
    ...Array.from({ length: wrong }, (_, n) =>
      answer(`${confidence}w${n}`, { confidence, rating: 'again' }),
    ),
  ]

  it('counts by what was stated, and concludes nothing from few', () => {
    const few = calibration([...answers(95, 2, 1), answer('x')])
    expect(few.rows.map(({ stated, answers: n, right }) => [stated, n, right])).toEqual([
      [25, 0, 0],
      [50, 0, 0],
      [75, 0, 0],
      [95, 3, 2],
    ])
    expect(few.brier).toBeUndefined()
  })

  it('tells the too sure from the well calibrated', () => {
    const sure = calibration(answers(95, 10, 10))
    expect(sure.surplus).toBeCloseTo(45)
    const even = calibration(answers(50, 10, 10))
    expect([even.surplus, even.brier]).toEqual([0, 0.25])
    expect(sure.brier ?? 0).toBeGreaterThan(even.brier ?? 1)
  })
})

describe('an answer', () => {
  it('counts as known when all of it is right, and as weakly known when it was a guess', () => {
    for (const confidence of [undefined, ...CONFIDENCES]) {
      expect(rateAnswer({ share: 0.9, confidence, isRubric: false })).toBe('again')
      expect(rateAnswer({ share: 1, confidence, isRubric: false })).toBe(
        confidence === 25 ? 'hard' : 'good',
      )
    }
  })

  it('in words may have gaps', () => {
    const rate = (share: number) => rateAnswer({ share, isRubric: true })
    expect([0, 0.49, 0.5, 0.79, 0.8, 1].map(rate)).toEqual([
      'again',
      'again',
      'hard',
      'hard',
      'good',
      'good',
    ])
  })
})
