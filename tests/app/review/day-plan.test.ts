/** What is asked on a day: the cap holds, the oldest risk comes first, the deadline sets the pace. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CardState, cardState, dueDay } from '#app/_review/card-state.ts'
import { addDays } from '#app/_review/day.ts'
import { type DayQuestion, inOrder, planDay } from '#app/_review/day-plan.ts'
import { type CardInfo, joinedCards, stateOf } from '#app/_review/joined.ts'
import { DEFAULT_SETTINGS } from '#app/_review/settings.ts'
import { answer, someCards, TODAY } from './some-cards.ts'

/** Answered well so many days ago, for each card that has a number. */
function answeredAgo(cards: readonly CardInfo[], ago: readonly (number | undefined)[]) {
  const states = new Map<string, CardState>()
  for (const [index, days] of ago.entries()) {
    const card = cards[index]
    if (days === undefined || card === undefined) continue
    states.set(card.id, cardState([answer('a', { card: card.id, day: -days })]))
  }
  return states
}

function question(change: Partial<DayQuestion>): DayQuestion {
  const done = { answers: 0, fresh: 0 }
  return { cards: [], states: new Map(), settings: DEFAULT_SETTINGS, today: TODAY, done, ...change }
}

const questions = fc
  .record({
    ago: fc.array(fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined }), {
      maxLength: 120,
    }),
    perDay: fc.integer({ min: 1, max: 40 }),
    newPerDay: fc.integer({ min: 0, max: 20 }),
    answers: fc.integer({ min: 0, max: 50 }),
    inDays: fc.option(fc.integer({ min: -3, max: 40 }), { nil: undefined }),
  })
  .map(({ ago, perDay, newPerDay, answers, inDays }) => {
    const cards = someCards(ago.length, ['cap', 'time'])
    const deadline =
      inDays === undefined ? undefined : { day: addDays(TODAY, inDays), topics: ['cap'] }
    return question({
      cards,
      states: answeredAgo(cards, ago),
      settings: { ...DEFAULT_SETTINGS, perDay, newPerDay, deadline },
      done: { answers, fresh: Math.min(answers, 3) },
    })
  })

describe('a day', () => {
  it('never holds more than the cap, nothing twice and nothing that is not due or new', () => {
    fc.assert(
      fc.property(questions, (asked) => {
        const { states, settings, done } = asked
        const plan = planDay(asked)
        const ids = inOrder(plan).map(({ id }) => id)
        expect(ids.length).toBe(plan.due.length + plan.fresh.length)
        expect(ids.length).toBeLessThanOrEqual(Math.max(0, settings.perDay - done.answers))
        expect(new Set(ids).size).toBe(ids.length)
        for (const { id } of plan.fresh) expect(stateOf(states, id).answers).toBe(0)
        for (const { id } of plan.due) {
          const day = dueDay(stateOf(states, id), settings.retention) ?? ''
          expect(day <= (settings.deadline?.day ?? TODAY) || day <= TODAY).toBe(true)
        }
      }),
    )
  })

  it('asks first what was due first, and puts the rest off', () => {
    fc.assert(
      fc.property(questions, ({ settings, ...rest }) => {
        const asked = { ...rest, settings: { ...settings, deadline: undefined } }
        const { due, waiting } = planDay(asked)
        const days = due.map(({ id }) => dueDay(stateOf(asked.states, id), 0.9) ?? '')
        expect(days).toEqual(days.toSorted())
        const all = planDay({
          ...asked,
          settings: { ...asked.settings, perDay: 1000, newPerDay: 0 },
          done: { answers: 0, fresh: 0 },
        })
        expect(due.length + waiting).toBe(all.due.length)
        expect(due).toEqual(all.due.slice(0, due.length))
      }),
    )
  })

  it('brings new cards only where due ones leave room', () => {
    const cards = someCards(40)
    const settings = { ...DEFAULT_SETTINGS, perDay: 10, newPerDay: 5 }
    const behind = planDay(
      question({ cards, settings, states: answeredAgo(cards, Array<number>(12).fill(60)) }),
    )
    expect([behind.due.length, behind.fresh.length, behind.waiting]).toEqual([10, 0, 2])
    const nearly = planDay(
      question({ cards, settings, states: answeredAgo(cards, Array<number>(8).fill(60)) }),
    )
    expect([nearly.due.length, nearly.fresh.length, nearly.waiting]).toEqual([8, 2, 0])
  })

  it('leaves out what was put aside', () => {
    const cards = someCards(3)
    const [first] = cards
    const states = new Map([[first?.id ?? '', { answers: 0, lapses: 0, isSuspended: true }]])
    expect(planDay(question({ cards, states })).fresh).toEqual(cards.slice(1))
  })

  it('mixes new cards among the others', () => {
    const [due, fresh] = [someCards(6), someCards(9).slice(6)]
    const order = inOrder({ due, fresh, waiting: 0, freshWaiting: 0 }).map((card) =>
      fresh.includes(card) ? 'n' : 'd',
    )
    expect(order.join('')).toBe('ddnddnddn')
  })
})

describe('with a deadline', () => {
  const cards = someCards(60, ['cap', 'time'])
  const settings = {
    ...DEFAULT_SETTINGS,
    newPerDay: 1,
    deadline: { day: addDays(TODAY, 14), topics: ['cap'] },
  }

  it('new cards of the chosen topics come first, at the pace that the time needs', () => {
    const { fresh } = planDay(question({ cards, settings }))
    // Thirty cards in ten days: the last four are for asking again.
    expect(fresh.length).toBe(3)
    expect(fresh.every(({ topic }) => topic === 'cap')).toBe(true)
  })

  it('what would fall due on the day is asked before it', () => {
    const states = answeredAgo(
      cards,
      [0, 0].map(() => 1),
    )
    const due = dueDay(stateOf(states, cards[0]?.id ?? ''), 0.9) ?? ''
    const deadline = { day: due as typeof TODAY, topics: ['cap'] }
    const early = planDay(
      question({ cards, states, settings: { ...settings, newPerDay: 0, perDay: 60, deadline } }),
    )
    expect(early.due.map(({ id }) => id)).toContain(cards[0]?.id)
    expect(early.due.map(({ id }) => id)).not.toContain(cards[1]?.id)
  })

  it('its topics go first where not all that is due has room', () => {
    const states = answeredAgo(cards, Array<number>(40).fill(90))
    const { due } = planDay(question({ cards, states, settings: { ...settings, perDay: 22 } }))
    const topics = due.map(({ topic }) => topic)
    expect(topics.lastIndexOf('cap')).toBeLessThan(topics.indexOf('time'))
  })

  it('that is over nothing is different', () => {
    const over = { ...settings, deadline: { day: addDays(TODAY, -1), topics: ['cap'] } }
    const none = { ...settings, deadline: undefined }
    expect(planDay(question({ cards, settings: over }))).toEqual(
      planDay(question({ cards, settings: none })),
    )
  })
})

describe('cards take part', () => {
  const cards = [
    { id: 'question/a', topic: 'cap', lesson: 'else', claims: ['lost-ack'] },
    { id: 'question/b', topic: 'time', lesson: 'healing', claims: [] },
    { id: 'question/c', topic: 'crdts', lesson: 'measuring', claims: ['two-leaders'] },
  ]
  const nothing = { lessonsRead: new Set<string>(), claimsFailed: new Set<string>() }
  const ids = (work: Partial<typeof nothing>, topics: readonly string[] = []) =>
    joinedCards(
      cards,
      { ...nothing, ...work },
      { settings: { ...DEFAULT_SETTINGS, topics }, states: new Map() },
    ).map(({ id }) => id)

  it('as their lessons are read, as claims fail, and when their topic is chosen', () => {
    expect(ids({})).toEqual([])
    expect(ids({ lessonsRead: new Set(['healing']) })).toEqual(['question/b'])
    expect(ids({}, ['cap'])).toEqual(['question/a'])
    expect(ids({ lessonsRead: new Set(['else']), claimsFailed: new Set(['two-leaders']) })).toEqual(
      ['question/c', 'question/a'],
    )
  })

  it('and go on taking part once they were answered', () => {
    const states = new Map([['question/b', cardState([answer('a', { card: 'question/b' })])]])
    expect(joinedCards(cards, nothing, { settings: DEFAULT_SETTINGS, states })).toEqual([cards[1]])
  })
})
