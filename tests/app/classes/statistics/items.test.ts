/** Statistics of questions and checks, misconceptions, and what is said when little is known. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CheckOutcome, checkItems } from '#app/_classes/statistics/check-items.ts'
import { orderItems } from '#app/_classes/statistics/item-order.ts'
import { discriminationText, tellingOf } from '#app/_classes/statistics/item-words.ts'
import { heldMisconceptions } from '#app/_classes/statistics/misconceptions.ts'
import {
  isWorthDiscussing,
  questionToDiscuss,
} from '#app/_classes/statistics/question-to-discuss.ts'
import { type GivenAnswer, quizItems } from '#app/_classes/statistics/quiz-items.ts'

type Given = GivenAnswer<string>

function given(
  userId: string,
  questionId: string,
  share: number,
  more: Partial<Given> = {},
): Given {
  return {
    userId,
    questionId,
    answer: 'x',
    confidence: undefined,
    share,
    misconceptions: [],
    ...more,
  }
}

/** So many learners, the first `right` of whom have it right. */
function answersOf(questionId: string, right: number, of: number): readonly Given[] {
  return Array.from({ length: of }, (_, at) => given(`l${at}`, questionId, at < right ? 1 : 0))
}

describe('a question', () => {
  test('has its share from ten answers on, with the range that chance leaves', () => {
    const [few] = quizItems(answersOf('q', 3, 9), ['q'])
    expect(few).toMatchObject({ asked: 9, right: 3, difficulty: undefined })
    const [enough] = quizItems(answersOf('q', 5, 10), ['q'])
    expect(enough?.difficulty?.share).toBe(0.5)
    expect(enough?.difficulty?.range.low).toBeCloseTo(0.2366, 3)
  })

  test('counts what was left out as not right, and half an answer too', () => {
    const answers = [
      given('a', 'q', 1),
      given('b', 'q', 0.5),
      given('c', 'q', 0, { answer: undefined }),
    ]
    expect(quizItems(answers, ['q', 'r'])).toMatchObject([
      { questionId: 'q', asked: 3, right: 1, leftOut: 1 },
      { questionId: 'r', asked: 0, right: 0, leftOut: 0 },
    ])
  })

  test('counts who was sure and wrong, of those who said how sure they were', () => {
    const answers = [
      given('a', 'q', 0, { confidence: 95 }),
      given('b', 'q', 0.5, { confidence: 75 }),
      given('c', 'q', 0, { confidence: 50 }),
      given('d', 'q', 1, { confidence: 95 }),
      given('e', 'q', 0),
    ]
    expect(quizItems(answers, ['q'])).toMatchObject([{ stated: 4, surelyWrong: 2 }])
  })

  test('tells well when those who know the rest know it, and says when it is turned round', () => {
    const people = Array.from({ length: 40 }, (_, at) => at)
    const easy = people.map((at) => given(`l${at}`, 'easy', at % 4 === 0 ? 0 : 1))
    const same = people.map((at) => given(`l${at}`, 'same', at < 20 ? 1 : 0))
    const like = people.map((at) => given(`l${at}`, 'like', at < 22 ? 1 : 0))
    const turned = people.map((at) => given(`l${at}`, 'turned', at < 20 ? 0 : 1))
    const items = quizItems([...easy, ...same, ...like, ...turned], ['easy', 'same', 'turned'])
    const names = items.map(({ discrimination }) => tellingOf(discrimination).name)
    expect(names[2]).toBe('the wrong way round')
    const straight = quizItems([...easy, ...same, ...like], ['same'])[0]?.discrimination
    expect(tellingOf(straight).name).toBe('tells well')
    // Sixteen learners have all of the rest, and one of them does not have this.
    expect(straight?.upper).toBe(15 / 16)
    expect(discriminationText(straight)).toContain('who do best in the rest 94 % have it')
    expect(discriminationText(undefined)).toContain('takes 20 learners')
  })

  test('does not depend on the order in which answers come', () => {
    const answer = fc.record({
      user: fc.nat(30),
      question: fc.nat(3),
      share: fc.constantFrom(0, 1),
    })
    fc.assert(
      fc.property(
        fc.uniqueArray(answer, {
          selector: ({ user, question }) => `${user} ${question}`,
          minLength: 60,
        }),
        (rows) => {
          const answers = rows.map(({ user, question, share }) =>
            given(`l${user}`, `q${question}`, share),
          )
          const ids = ['q0', 'q1', 'q2', 'q3']
          const round = (one: unknown) =>
            JSON.stringify(one, (_, value: unknown) =>
              typeof value === 'number' ? Number(value.toFixed(9)) : value,
            )
          expect(round(quizItems(answers, ids))).toBe(round(quizItems(answers.toReversed(), ids)))
        },
      ),
      { numRuns: 50 },
    )
  })

  test('is worth talking about where about half are right', () => {
    const items = quizItems(
      [...answersOf('hard', 2, 20), ...answersOf('half', 11, 20), ...answersOf('easy', 19, 20)],
      ['hard', 'half', 'easy'],
    )
    expect(questionToDiscuss(items)).toBe('half')
    expect(items.map(isWorthDiscussing)).toEqual([false, true, false])
    expect(questionToDiscuss(quizItems(answersOf('few', 4, 9), ['few']))).toBeUndefined()
  })
})

describe('misconceptions', () => {
  const shownBy = new Map([
    ['q', ['myth', 'tale']],
    ['r', ['myth']],
    ['s', []],
  ])

  test('are counted by learners, each once, with those who met them and who were sure', () => {
    const myth = { misconceptions: ['myth'] }
    const answers = [
      given('a', 'q', 0, { ...myth, confidence: 50 }),
      given('a', 'r', 0, { ...myth, confidence: 95 }),
      given('b', 'r', 0, { ...myth, confidence: 25 }),
      given('c', 'q', 0, { misconceptions: ['tale'], confidence: 75 }),
      given('d', 's', 0),
      given('e', 'r', 1),
    ]
    expect(heldMisconceptions(answers, shownBy)).toEqual([
      { id: 'myth', holders: ['a', 'b'], met: 4, sure: 1, questionId: 'r' },
      { id: 'tale', holders: ['c'], met: 2, sure: 1, questionId: 'q' },
    ])
  })

  test('are none where nobody shows one', () => {
    expect(heldMisconceptions([given('a', 'q', 1)], shownBy)).toEqual([])
  })
})

function outcome(userId: string, checkId: string, more: Partial<CheckOutcome> = {}): CheckOutcome {
  const held = { firstHeld: true, lastHeld: true, heldFrom: 1, broken: 0 }
  return { userId, checkId, title: checkId, isVisible: true, ...held, ...more }
}

const BROKEN = { firstHeld: false, lastHeld: false, heldFrom: undefined, broken: 1 } as const

describe('a check', () => {
  test('has who broke it first and last, and the tries of the middle learner', () => {
    const outcomes = [
      outcome('a', 'c'),
      outcome('b', 'c', { firstHeld: false, heldFrom: 3, broken: 2 }),
      outcome('d', 'c', BROKEN),
    ]
    expect(checkItems(outcomes)).toMatchObject([
      { learners: 3, brokenFirst: 2, brokenLast: 1, medianTries: 3, shares: undefined },
    ])
    const more = [...outcomes, outcome('e', 'c', BROKEN), outcome('f', 'c', BROKEN)]
    expect(checkItems(more)[0]?.medianTries).toBeUndefined()
  })

  test('is flagged when it never broke, never held, or broke for everybody at first', () => {
    const twelve = Array.from({ length: 12 }, (_, at) => `l${at}`)
    const flagOf = (more: Partial<CheckOutcome>) =>
      checkItems(twelve.map((id) => outcome(id, 'c', more)))[0]?.flag
    expect(flagOf({})).toBe('never-broken')
    expect(flagOf(BROKEN)).toBe('never-held')
    expect(flagOf({ firstHeld: false, heldFrom: 2, broken: 1 })).toBe('broken-at-first')
    const mixed = twelve.map((id, at) => outcome(id, 'c', at === 0 ? BROKEN : {}))
    expect(checkItems(mixed)[0]?.flag).toBeUndefined()
    expect(checkItems(mixed.slice(0, 9).map((one) => ({ ...one, broken: 0 })))[0]?.flag).toBe(
      undefined,
    )
  })

  test('is set against the other checks of first submissions', () => {
    const learners = Array.from({ length: 24 }, (_, at) => `l${at}`)
    const outcomes = learners.flatMap((id, at) => {
      const knows = at < 12 ? {} : BROKEN
      return [outcome(id, 'a', knows), outcome(id, 'b', knows), outcome(id, 'c')]
    })
    const [a, , c] = checkItems(outcomes)
    expect(a?.discrimination?.correlation).toBeGreaterThan(0.9)
    expect(c?.discrimination).toBeUndefined()
  })

  test('stands after visible ones when it is hidden, and by title', () => {
    const outcomes = [
      outcome('a', 'x', { title: 'Check 10' }),
      outcome('a', 'y', { title: 'Check 9' }),
      outcome('a', 'z', { title: 'A', isVisible: false }),
    ]
    expect(checkItems(outcomes).map(({ checkId }) => checkId)).toEqual(['y', 'x', 'z'])
  })
})

test('tables stand in the order asked for, what is not known at the end', () => {
  const telling = (correlation: number) => ({
    correlation,
    range: { low: correlation, high: correlation },
    upper: 1,
    lower: 0,
  })
  const items = [
    { id: 'a', rightShare: 0.9, discrimination: telling(0.5) },
    { id: 'b', rightShare: undefined, discrimination: undefined },
    { id: 'c', rightShare: 0.2, discrimination: telling(0.6) },
  ]
  const ids = (order: 'place' | 'hard' | 'tells') =>
    orderItems(items, order)
      .map(({ id }) => id)
      .join('')
  expect([ids('place'), ids('hard'), ids('tells')]).toEqual(['abc', 'cab', 'acb'])
})
