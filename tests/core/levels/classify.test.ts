/** Classifying one history, and summing up many. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { History } from '#core'
import { type Classification, classify } from '../../../grader/core/check/levels/classify.ts'
import { LEVELS, type LevelId } from '../../../grader/core/check/levels/levels.ts'
import { summarise } from '../../../grader/core/check/levels/summarise.ts'
import { overlapping, repetitive, runs, smallHistories } from '../causal/random-histories.ts'
import { figures, historyOf } from '../causal/written-history.ts'
import { judgeAll, VERSIONS_MAX } from './judge-all.ts'

const OPTIONS = { initial: 0, limits: { stepsMax: 1_000_000 } }
const WITH_STALENESS = { ...OPTIONS, staleness: { versionsMax: VERSIONS_MAX } }

function verdictsOf({ perLevel }: Classification): Partial<Record<LevelId, string>> {
  return Object.fromEntries(perLevel.map(({ level, verdict }) => [level, verdict.verdict]))
}

function judgedOf({ perLevel }: Classification): LevelId[] {
  return perLevel.filter(({ impliedBy }) => impliedBy === undefined).map(({ level }) => level)
}

describe('classify', () => {
  test('says of each level what its own checker says, or what follows where that is unknown', () => {
    const count = { judged: 0, implied: 0 }
    const agrees = (history: History) => {
      const classification = classify(history, WITH_STALENESS)
      const alone = judgeAll(history)
      for (const { level, verdict, impliedBy } of classification.perLevel) {
        if (level === 'eventual') throw new Error('nobody asked for it')
        count[impliedBy === undefined ? 'judged' : 'implied']++
        if (alone[level] !== 'unknown') expect(verdict.verdict).toBe(alone[level])
      }
      expect(classification.perLevel).toHaveLength(LEVELS.length - 1)
    }
    fc.assert(fc.property(overlapping(smallHistories(7)), agrees), runs(300))
    fc.assert(fc.property(overlapping(smallHistories(7)).map(repetitive), agrees), runs(100))
    // Implication saves at least half of the work.
    expect(count.implied).toBeGreaterThan(count.judged)
  })

  test('judges two levels when everything holds', () => {
    const classification = classify(historyOf('c1 w x=1'), OPTIONS)
    expect(judgedOf(classification)).toEqual(['linearizable', 'causal-convergence'])
    expect(classification.strongest).toEqual(['linearizable'])
    expect(classification.undecided).toEqual([])
  })

  test('does not search for orders when a cheap level is broken', () => {
    const classification = classify(
      historyOf(`
        c1 w x=1
        c1 r x=0
      `),
      OPTIONS,
    )
    expect(judgedOf(classification)).not.toContain('linearizable')
    expect(judgedOf(classification)).not.toContain('sequential')
    const linearizable = classification.perLevel.find(({ level }) => level === 'linearizable')
    expect(linearizable).toMatchObject({
      verdict: { verdict: 'fail', anomaly: { kind: 'stale-initial-read' } },
      impliedBy: 'causal-convergence',
    })
    expect(classification.strongest).toEqual(['consistent-prefix', 'writes-follow-reads'])
  })

  test('places the figures of Bouajjani et al.', () => {
    // The paper's histories have no times; in those of the files they look like prefixes.
    const strongest = figures().map(({ history }) => {
      return classify(history, OPTIONS).strongest.filter((each) => each !== 'consistent-prefix')
    })
    expect(strongest).toEqual([
      ['causal-memory'],
      ['causal-convergence'],
      // Each session guarantee by itself; it takes two of them together to see what is wrong.
      ['weak-causal', 'writes-follow-reads'],
      ['causal-memory', 'causal-convergence'],
      ['pram', 'writes-follow-reads'],
    ])
  })

  test('leaves open what a stopped search would have to say', () => {
    const [, , , sequentialOnly] = figures()
    const history = sequentialOnly?.history ?? historyOf('')
    const { perLevel, strongest, undecided } = classify(history, {
      initial: 0,
      limits: { stepsMax: 1 },
    })
    expect(undecided).toContain('sequential')
    expect(strongest).toContain('causal-convergence')
    for (const { level, verdict } of perLevel) {
      if (undecided.includes(level)) expect(verdict.verdict).toBe('unknown')
    }
  })

  test('settles by a stronger level what repeated values leave open', () => {
    const classification = classify(
      historyOf(`
        c1 w x=1
        c2 w x=1
        c1 r x=1
      `),
      OPTIONS,
    )
    expect(classification.strongest).toEqual(['linearizable'])
    expect(classification.undecided).toEqual([])
  })

  test('asks for staleness and convergence only when told how much', () => {
    const history = historyOf(`
      c1 w x=1 @0-10
      c1 r x=1 @200-201
      c2 r x=1 @210-211
    `)
    const levels = (classification: Classification) => Object.keys(verdictsOf(classification))
    expect(levels(classify(history, OPTIONS))).not.toContain('eventual')
    expect(levels(classify(history, OPTIONS))).not.toContain('bounded-staleness')
    const asked = { ...OPTIONS, staleness: { ageMicrosMax: 5_000 }, quietMicros: 100_000 }
    expect(verdictsOf(classify(history, asked))).toMatchObject({
      'bounded-staleness': 'pass',
      eventual: 'pass',
    })
    expect(classify(history, asked).strongest).toEqual(['linearizable', 'eventual'])
  })
})

describe('summarise', () => {
  const fresh = classify(
    historyOf(`
      c1 w x=1
      c2 r x=1
    `),
    OPTIONS,
  )
  const stale = classify(
    historyOf(`
      c1 w x=1
      c2 r x=0
    `),
    OPTIONS,
  )

  test('names the strongest level that held in all runs, and never calls it proved', () => {
    const summary = summarise([fresh, stale, fresh])
    expect(summary.strongest).toEqual(['sequential', 'consistent-prefix'])
    expect(summary.sentences).toEqual([
      'Linearizability: broken in 1 of 3 runs.',
      'Sequential consistency: no violation found in 3 runs.',
      'Consistent prefix: no violation found in 3 runs.',
    ])
    expect(summary.perLevel[0]).toEqual({
      level: 'linearizable',
      held: 2,
      broken: 1,
      undecided: 0,
      firstBroken: 1,
    })
    expect(summarise([fresh]).sentences).toEqual(['Linearizability: no violation found in 1 run.'])
  })

  test('an undecided level did not hold', () => {
    const open: Classification = {
      perLevel: fresh.perLevel.map((each) =>
        each.level === 'linearizable'
          ? { ...each, verdict: { verdict: 'unknown', why: 'stopped' } }
          : each,
      ),
      strongest: ['sequential', 'consistent-prefix'],
      undecided: ['linearizable'],
    }
    const summary = summarise([fresh, open])
    expect(summary.strongest).toEqual(['sequential', 'consistent-prefix'])
    expect(summary.sentences[0]).toBe('Linearizability: undecided in 1 of 2 runs.')
  })

  test('no runs, no levels', () => {
    expect(summarise([])).toEqual({
      runs: 0,
      perLevel: [],
      strongest: [],
      sentences: ['No run was judged.'],
    })
  })
})
