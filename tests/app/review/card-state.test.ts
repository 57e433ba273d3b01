/** A card's state follows from the set of its entries, and from nothing else. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardState, dueDay, isStubborn, recallOn, UNSEEN } from '#app/_review/card-state.ts'
import { addDays, daysBetween } from '#app/_review/day.ts'
import type { ReviewEntry } from '#app/_review/entry.ts'
import { intervalDays, type Rating, recall, remembered } from '#app/_review/memory.ts'
import { answer, TODAY } from './some-cards.ts'

const ratings = fc.constantFrom<Rating>('again', 'hard', 'good', 'easy')
const logs = fc
  .array(fc.record({ day: fc.integer({ min: 0, max: 200 }), rating: ratings, what: fc.nat(9) }), {
    maxLength: 20,
  })
  .map((steps) =>
    steps.map(({ day, rating, what }, index) => entryOf(index, { day, rating, what })),
  )

/** Mostly answers; now and then something else. */
function entryOf(
  index: number,
  { day, rating, what }: { day: number; rating: Rating; what: number },
): ReviewEntry {
  const { share: _, rating: __, ...base } = answer(`id${index}`, { day, rating })
  if (what === 0) return { ...base, kind: 'suspend' }
  if (what === 1) return { ...base, kind: 'resume' }
  if (what === 2) return { ...base, kind: 'undo', undoes: `id${index - 1}` }
  return answer(`id${index}`, { day, rating })
}

describe('memory', () => {
  it('lasts longer after each answer that was right and on time', () => {
    let memory = remembered(undefined, 'good', 0)
    for (let count = 0; count < 5; count++) {
      const days = intervalDays(memory, 0.9)
      const next = remembered(memory, 'good', days)
      expect(next.stability).toBeGreaterThan(memory.stability)
      memory = next
    }
  })

  it('asks again sooner the worse the answer was, and on another day', () => {
    fc.assert(
      fc.property(
        fc.array(ratings, { maxLength: 8 }),
        fc.integer({ min: 1, max: 60 }),
        (past, since) => {
          let memory = remembered(undefined, past[0] ?? 'good', 0)
          for (const rating of past.slice(1)) memory = remembered(memory, rating, since)
          const intervals = (['again', 'hard', 'good', 'easy'] as const).map((rating) =>
            intervalDays(remembered(memory, rating, since), 0.9),
          )
          expect(intervals).toEqual(intervals.toSorted((a, b) => a - b))
          expect(intervals[0]).toBeGreaterThanOrEqual(1)
        },
      ),
    )
  })

  it('has fallen to the wanted retention when it is asked', () => {
    const memory = { stability: 100, difficulty: 5 }
    for (const retention of [0.8, 0.9, 0.95]) {
      expect(recall(memory, intervalDays(memory, retention))).toBeCloseTo(retention, 2)
    }
  })
})

describe('a card', () => {
  it('has the same state in whatever order its entries come, and however often', () => {
    fc.assert(
      fc.property(
        logs.chain((log) =>
          fc.tuple(
            fc.constant(log),
            fc.shuffledSubarray(log, { minLength: log.length }),
            fc.subarray(log),
          ),
        ),
        ([log, shuffled, again]) => {
          expect(cardState([...shuffled, ...again])).toEqual(cardState(log))
        },
      ),
    )
  })

  it('is as before when its last answer is undone', () => {
    const first = answer('a', { day: -9 })
    const second = answer('b', { rating: 'again' })
    const undo: ReviewEntry = { ...second, kind: 'undo', id: 'c', undoes: 'b' }
    expect(cardState([undo, second, first])).toEqual(cardState([first]))
    expect(cardState([{ ...undo, undoes: 'a' }, first])).toEqual(UNSEEN)
  })

  it('that is put aside stays so until it is taken back', () => {
    const base = answer('a')
    const suspend: ReviewEntry = { ...base, kind: 'suspend', id: 'b', at: `${TODAY}T13:00:00Z` }
    const resume: ReviewEntry = { ...base, kind: 'resume', id: 'c', at: `${TODAY}T14:00:00Z` }
    expect(cardState([base, suspend]).isSuspended).toBe(true)
    expect(cardState([base, suspend, resume])).toEqual(cardState([base]))
  })

  it('does not suffer from a journey to yesterday', () => {
    const first = answer('a', { day: 0 })
    const west = { ...answer('b', { day: -1 }), at: `${TODAY}T13:00:00Z` }
    const state = cardState([first, west])
    expect(state.lastDay).toBe(TODAY)
    expect(state.memory?.stability).toBeCloseTo(cardState([first]).memory?.stability ?? 0, 5)
  })

  it('is due when recall has fallen to what is wanted', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const state = cardState(log)
        const day = dueDay(state, 0.9)
        if (day === undefined || state.lastDay === undefined) {
          expect(state.answers).toBe(0)
          return
        }
        expect(daysBetween(state.lastDay, day)).toBeGreaterThanOrEqual(1)
        expect(recallOn(state, addDays(day, 400))).toBeLessThan(recallOn(state, day) ?? 0)
      }),
    )
  })

  it('counts what was forgotten, not what was never known', () => {
    const log = [0, 10, 20, 30, 40, 50].map((day) => answer(`a${day}`, { day, rating: 'again' }))
    expect(cardState(log.slice(0, 1)).lapses).toBe(0)
    expect(cardState(log).lapses).toBe(5)
    expect(isStubborn(cardState(log))).toBe(true)
  })
})
