/** Ninety days with simulated learners; `npm run bench -- review` prints the figures. */
import { describe, expect, it } from 'vitest'
import { addDays } from '#app/_review/day.ts'
import type { DayQuestion } from '#app/_review/day-plan.ts'
import { deadlineOutlook } from '#app/_review/deadline.ts'
import { project } from '#app/_review/projection.ts'
import { DEFAULT_SETTINGS } from '#app/_review/settings.ts'
import { simulatedLearner } from './simulated-learner.ts'
import { someCards, TODAY } from './some-cards.ts'

const CARDS = someCards(260, ['cap', 'time', 'consensus', 'crdts'])
const TRAITS = { seed: 1, strength: 1, firstTryRight: 0.6 }

function start(change: Partial<DayQuestion['settings']> = {}): DayQuestion {
  const settings = { ...DEFAULT_SETTINGS, ...change }
  const done = { answers: 0, fresh: 0 }
  return { cards: CARDS, states: new Map(), settings, today: TODAY, done }
}

function retentionOf(days: readonly { readonly due: number; readonly recalled: number }[]): number {
  const sum = (of: (day: (typeof days)[number]) => number) =>
    days.reduce((total, day) => total + of(day), 0)
  return sum(({ recalled }) => recalled) / sum(({ due }) => due)
}

describe('ninety days', () => {
  it('keep what was learnt near the wanted retention, and the cap every day', () => {
    const { days, states } = project(start(), 90, simulatedLearner(TRAITS))
    for (const { due, fresh } of days) expect(due + fresh).toBeLessThanOrEqual(20)
    const retention = retentionOf(days.slice(30))
    expect(retention).toBeGreaterThan(0.82)
    expect(retention).toBeLessThan(0.95)
    expect(states.size).toBe(CARDS.length)
  })

  it('with a higher wanted retention, cost more and keep more', () => {
    const play = (retention: number) =>
      project(start({ retention, perDay: 60 }), 90, simulatedLearner(TRAITS)).days
    const [low, high] = [play(0.8), play(0.95)]
    const load = (days: readonly { readonly due: number }[]) =>
      days.reduce((total, { due }) => total + due, 0)
    expect(load(high)).toBeGreaterThan(load(low) * 1.3)
    expect(retentionOf(high)).toBeGreaterThan(retentionOf(low))
  })

  it('do not drown who forgets twice as fast', () => {
    const { days } = project(start(), 90, simulatedLearner({ ...TRAITS, strength: 0.5 }))
    for (const { due, fresh } of days) expect(due + fresh).toBeLessThanOrEqual(20)
    // New cards wait, so what is put off does not grow without end.
    expect(Math.max(...days.map(({ waiting }) => waiting))).toBeLessThan(40)
  })
})

describe('after a break of a month', () => {
  it('no day is a wall, nothing new comes before the pile is gone, and the pile goes', () => {
    const before = project(start(), 45, simulatedLearner(TRAITS))
    const back = { ...start(), states: before.states, today: addDays(TODAY, 75) }
    const { days } = project(back, 30, simulatedLearner({ ...TRAITS, seed: 2 }))
    expect(days[0]?.waiting).toBeGreaterThan(20)
    for (const { due, fresh, waiting } of days) {
      expect(due + fresh).toBeLessThanOrEqual(20)
      if (waiting > 0) expect(fresh).toBe(0)
    }
    expect(days.at(-1)?.waiting).toBe(0)
    expect(days.at(-1)?.fresh ?? 0).toBeGreaterThan(0)
  })
})

describe('a deadline', () => {
  it('that can be reached is reached by a learner like the expected one', () => {
    const deadline = { day: addDays(TODAY, 30), topics: ['cap', 'time'] }
    const question = start({ perDay: 25, deadline })
    const outlook = deadlineOutlook(question, deadline)
    expect(outlook).toMatchObject({ daysLeft: 30, cards: 130, seenNow: 0, isReached: true })
    expect(outlook.seen).toBe(130)
    const { states } = project(question, 30, simulatedLearner(TRAITS))
    const seen = CARDS.filter(({ id, topic }) => deadline.topics.includes(topic) && states.has(id))
    expect(seen.length).toBe(130)
  })

  it('that cannot be reached says so, and what would do', () => {
    const deadline = { day: addDays(TODAY, 10), topics: ['cap', 'time'] }
    const question = start({ perDay: 10, deadline })
    const outlook = deadlineOutlook(question, deadline)
    expect(outlook.isReached).toBe(false)
    expect(outlook.perDayNeeded).toBeGreaterThan(10)
    expect(outlook.reachedOn && outlook.reachedOn > deadline.day).toBe(true)
    const enough = start({ perDay: outlook.perDayNeeded ?? 0, deadline })
    expect(deadlineOutlook(enough, deadline).isReached).toBe(true)
    const later = { ...deadline, day: outlook.reachedOn ?? deadline.day }
    expect(deadlineOutlook(start({ perDay: 10, deadline: later }), later).isReached).toBe(true)
  })

  it('of tomorrow promises nothing', () => {
    const deadline = { day: addDays(TODAY, 1), topics: ['cap', 'time', 'consensus', 'crdts'] }
    const outlook = deadlineOutlook(start({ deadline }), deadline)
    expect(outlook).toMatchObject({ daysLeft: 1, isReached: false, perDayNeeded: undefined })
    expect(outlook.seen).toBeLessThanOrEqual(20)
  })
})
