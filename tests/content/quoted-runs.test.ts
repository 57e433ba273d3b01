/** Numbers that the first lessons quote from their figures, beyond the outcome of each run. */
import { describe, expect, it } from 'vitest'
import { operationsOf } from '#content/figures/operations.ts'
import { figure as twoDashboards } from '#content/lessons/a-is-every-live-node/two-dashboards.figure.ts'
import { figure as newThenOld } from '#content/lessons/c-is-linearizability/new-then-old.figure.ts'
import { figure as fourDesigns } from '#content/lessons/cp-ap-and-neither/four-designs.figure.ts'
import { figure as twoSides } from '#content/lessons/measuring/two-sides.figure.ts'
import { figure as fourEnds } from '#content/lessons/reading-a-history/four-ends.figure.ts'
import { figure as proof } from '#content/lessons/the-proof-as-a-game/node-or-network.figure.ts'
import { figure as oneCart } from '#content/lessons/two-coasts/one-cart.figure.ts'
import type { Choices, RunFigure } from '#content/schema/figure.ts'
import { allChoices, runFigure } from '../../app/_viz/figures/run/run.ts'

function measuresOf(figure: RunFigure, choice: Choices): Readonly<Record<string, string>> {
  const { told } = runFigure(figure, choice)
  return Object.fromEntries((told.measures ?? []).map(({ name, value }) => [name, value]))
}

/** The rows of the table in *Two coasts*. */
const CARTS = [
  ['neither', 'latest', '4', '0', 'nothing'],
  ['neither', 'union', '4', '0', 'nothing'],
  ['neither', 'observed', '4', '0', 'nothing'],
  ['east', 'latest', '2', '0', 'nothing'],
  ['east', 'union', '2', '0', 'nothing'],
  ['east', 'observed', '2', '0', 'nothing'],
  ['both', 'latest', '0', '1', 'remove lamp, add kettle'],
  ['both', 'union', '0', '1', 'remove lamp'],
  ['both', 'observed', '0', '1', 'nothing'],
] as const

describe('Two coasts', () => {
  it.each(CARTS)('counts what its table says: %s, %s', (serves, merge, turnedAway, old, undone) => {
    const measures = measuresOf(oneCart, { serves, merge })
    expect(measures['turned away']).toBe(turnedAway)
    expect(measures['shown an old cart']).toBe(old)
    expect(measures['confirmed and undone']).toBe(undone)
  })
})

describe('Measuring', () => {
  it('counts answers and stale reads under the cut', () => {
    const copy = measuresOf(twoSides, { reads: 'copy', link: 'cut' })
    expect([copy['answered at n1'], copy['answered at n2'], copy['stale reads']]).toEqual([
      '6 of 6',
      '6 of 6',
      '4',
    ])
    const home = measuresOf(twoSides, { reads: 'home', link: 'cut' })
    expect([home['answered at n1'], home['answered at n2'], home['stale reads']]).toEqual([
      '6 of 6',
      '2 of 6',
      '0',
    ])
  })

  it('takes about twice as long to ask, and the same time beside n1', () => {
    const copy = measuresOf(twoSides, { reads: 'copy', link: 'whole' })
    const home = measuresOf(twoSides, { reads: 'home', link: 'whole' })
    expect(copy['median answered read at n2']).toBe('22 ms')
    expect(home['median answered read at n2']).toBe('46 ms')
    expect(home['median write at n1']).toBe('20 ms')
  })
})

describe('Reading a history', () => {
  it('shows c1 the same when its request is lost and when the answer is', () => {
    const seen = ['request-lost', 'answer-lost'].map((fate) => {
      const { trace } = runFigure(fourEnds, { fate, next: 'stop' })
      return operationsOf(trace).filter(({ client }) => client === 'c1')
    })
    expect(seen[0]).toEqual(seen[1])
    expect(seen[0]?.map(({ startedAt, endedAt }) => [startedAt, endedAt])).toEqual([
      [40_000, 120_000],
    ])
  })
})

describe('C is linearizability', () => {
  it('gets the same values from the copies at both times', () => {
    const answers = ['together', 'after'].map((when) =>
      operationsOf(runFigure(newThenOld, { when, reads: 'copy' }).trace).map(
        ({ answer }) => answer,
      ),
    )
    expect(answers[0]).toEqual(answers[1])
  })
})

describe('The proof as a game', () => {
  it('keeps both promises in 12 of 25 runs', () => {
    const runs = allChoices(proof.run).map((choice) => runFigure(proof.run, choice).told.outcome)
    expect(runs).toHaveLength(25)
    expect(runs.filter((outcome) => outcome === 'none')).toHaveLength(12)
  })

  it('brings n2 no message in a cut before it acts, whether c1 wrote or not', () => {
    for (const strategy of ['at-once', 'answer', 'refuse', 'wait', 'confirm']) {
      for (const network of ['cut', 'no-write']) {
        const measures = measuresOf(proof.run, { strategy, network })
        expect(measures['messages that reached n2 before c2 was answered']).toBe('0')
      }
    }
  })
})

describe('CP, AP and neither', () => {
  it('has a stale read on the whole network in three of four designs', () => {
    const kept = ['leader', 'nearby', 'standby', 'anywhere'].map((design) => {
      const { told } = runFigure(fourDesigns, { design, network: 'whole' })
      return told.properties.find(({ name }) => name.startsWith('C'))?.holds
    })
    expect(kept).toEqual([true, false, false, false])
  })
})

describe('A is every live node', () => {
  it('leaves n3 unasked when a health check took it out', () => {
    const measures = measuresOf(twoDashboards, { route: 'around', link: 'cut' })
    expect(measures['requests answered by n3']).toBe('it was not asked')
  })
})
