/**
 * The partial order of the levels: every arrow holds in random histories, each level judged by
 * itself; and where there is no arrow, some history shows why.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { History } from '#core'
import {
  LEVELS,
  type LevelId,
  strongerThan,
  strongestOf,
  weakerThan,
} from '../../../grader/core/check/levels/levels.ts'
import { overlapping, runs, smallHistories } from '../causal/random-histories.ts'
import { simulateStore } from '../causal/simulated-store.ts'
import { figures, historyOf } from '../causal/written-history.ts'
import { type JudgedLevel, judgeAll } from './judge-all.ts'

describe('the table of levels', () => {
  test('has each level once, before all that it implies', () => {
    const ids = LEVELS.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [place, { implies }] of LEVELS.entries()) {
      for (const weaker of implies) expect(ids.indexOf(weaker)).toBeGreaterThan(place)
    }
  })

  test('says nothing twice: no direct arrow follows from the others', () => {
    for (const { implies } of LEVELS) {
      for (const weaker of implies) {
        const others = implies.filter((other) => other !== weaker)
        expect(others.flatMap(weakerThan)).not.toContain(weaker)
      }
    }
  })

  test('follows arrows to their end, both ways', () => {
    expect(weakerThan('linearizable')).toContain('read-your-writes')
    expect(weakerThan('causal-convergence')).not.toContain('pram')
    expect(weakerThan('eventual')).toEqual([])
    expect(strongerThan('pram')).toEqual(['linearizable', 'sequential', 'causal-memory'])
    expect(strongestOf(['read-your-writes', 'pram', 'causal-convergence'])).toEqual([
      'causal-convergence',
      'pram',
    ])
  })
})

/** Which levels failed while another one passed, over all that was judged. */
class Separations {
  readonly #found = new Set<string>()

  /** Adds those of a history; returns the arrows that it refutes. */
  add(history: History): string[] {
    const verdicts = Object.entries(judgeAll(history)) as [JudgedLevel, string][]
    const failed = verdicts.filter(([, verdict]) => verdict === 'fail').map(([level]) => level)
    const refuted: string[] = []
    for (const [level, verdict] of verdicts) {
      if (verdict !== 'pass') continue
      const weaker = weakerThan(level)
      for (const other of failed) {
        const arrow = `${level} -> ${other}`
        this.#found.add(arrow)
        if (weaker.includes(other)) refuted.push(arrow)
      }
    }
    return refuted
  }

  has(level: LevelId, other: LevelId): boolean {
    return this.#found.has(`${level} -> ${other}`)
  }
}

/** Histories that separate levels which chance separates too rarely. */
const WITNESSES: readonly string[] = [
  // Without one order of the writes, x = 2 may come before and after x = 1.
  `
    c1 w x=1
    c2 w x=2
    c3 r x=1
    c3 r x=2
    c3 r x=1
  `,
  `
    c1 w x=1
    c2 w x=2
    c2 w y=3
    c3 r y=3
    c3 r x=1
    c3 r x=2
  `,
  `
    c1 w x=1
    c2 w x=2
    c4 r x=2
    c4 w y=3
    c3 r y=3
    c3 r x=1
    c3 r x=2
  `,
]

test('a level that holds holds with all that it implies, and with nothing else', () => {
  const separations = new Separations()
  const keepsArrows = (history: History) => {
    expect(separations.add(history)).toEqual([])
  }
  fc.assert(fc.property(overlapping(smallHistories(7)), keepsArrows), runs(1_000))
  fc.assert(fc.property(overlapping(smallHistories(7, 'observed')), keepsArrows), runs(400))
  for (let seed = 0; seed < runs(20).numRuns; seed++) {
    for (const kind of ['causal-last-writer-wins', 'fifo-broadcast', 'gossip'] as const) {
      keepsArrows(
        simulateStore({ kind, sessions: 3, keys: 2, operations: 14, seed, infoPermille: 100 }),
      )
    }
  }
  for (const { history } of figures()) keepsArrows(history)
  for (const text of WITNESSES) keepsArrows(historyOf(text))

  const judged = LEVELS.map(({ id }) => id).filter((id) => id !== 'eventual')
  const missing = judged.flatMap((level) =>
    judged
      .filter((other) => other !== level && !weakerThan(level).includes(other))
      .filter((other) => !separations.has(level, other))
      .map((other) => `${level} -> ${other}`),
  )
  expect(missing).toEqual([])
})
