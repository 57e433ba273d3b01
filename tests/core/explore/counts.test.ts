/** Systems whose states can be counted by hand. */
import { describe, expect, test } from 'vitest'
import type { Json } from '#core'
import { explore } from '../../../grader/core/explore/explore.ts'
import { scopeOf } from '../../support/scope-of.ts'
import { sendTo, type ToyNode, toyHost, toyLiveHost } from './toy-host.ts'
import { commitNeedsAll, countTwoPhaseCommit, twoPhaseCommit } from './two-phase-commit.ts'

function exploreToy(node: ToyNode, scope: ReturnType<typeof scopeOf>) {
  return explore({ scope, host: toyHost(node), live: () => toyLiveHost(node) })
}

describe('known numbers of states', () => {
  test.each([1, 2, 7, 40])('ping-pong of %i rounds is one chain', (rounds) => {
    const node: ToyNode = (_memory, call, { id }) => {
      const round = call.kind === 'message' ? Number(call.body) : 0
      const other = id === 'n1' ? 'n2' : 'n1'
      const isMine = call.kind === 'message' ? round < 2 * rounds : id === 'n1'
      return { memory: round, effects: isMine ? [sendTo(other, round + 1)] : [] }
    }
    const result = exploreToy(node, scopeOf(2))
    expect(result).toMatchObject({
      kind: 'exhausted',
      states: 2 * rounds + 1,
      transitions: 2 * rounds,
      depth: 2 * rounds,
    })
  })

  test.each([
    [1, 4],
    [2, 20],
    [3, 128],
    [4, 1_040],
  ])('%i clients of a counter: %i states', (clients, states) => {
    // Of k clients that were counted, the order matters, and each has or has not its answer;
    // each of the others has or has not asked: the sum of n!/(n-k)! times 2^n.
    const node: ToyNode = (memory, call) => {
      const count = Number(memory ?? 0)
      if (call.kind !== 'request') return { memory: count, effects: [] }
      const body = String(count + 1)
      const { operation } = call
      return {
        memory: count + 1,
        effects: [{ kind: 'reply', operation, outcome: 'ok', body }],
      }
    }
    const operations = Array.from({ length: clients }, (_, index) => ({
      client: `c${index + 1}`,
      node: 'n1',
      body: 'increment' satisfies Json,
    }))
    const result = exploreToy(node, scopeOf(1, { operations }))
    expect(result).toMatchObject({ kind: 'exhausted', states })
  })

  test.each([1, 2, 3])('two-phase commit with %i participants', (count) => {
    const participants = Array.from({ length: count }, (_, index) => `n${index + 2}`)
    const node = twoPhaseCommit(participants, count)
    const result = explore({
      scope: scopeOf(count + 1),
      host: toyHost(node),
      states: [commitNeedsAll],
    })
    expect(result).toMatchObject({ kind: 'exhausted', states: countTwoPhaseCommit(count) })
  })
})

describe('a planted bug', () => {
  test('a coordinator that does not wait for all votes, by a shortest path', () => {
    const node = twoPhaseCommit(['n2', 'n3'], 1)
    const result = explore({
      scope: scopeOf(3),
      host: toyHost(node),
      live: () => toyLiveHost(node),
      states: [commitNeedsAll],
    })
    // One must refuse and be asked; the other must be asked and heard; one must be told.
    expect(result.kind === 'violation' && result.path.map(({ kind }) => kind).sort()).toEqual([
      'deliver',
      'deliver',
      'deliver',
      'deliver',
      'timer',
    ])
    expect(result).toMatchObject({
      broken: { kind: 'claim-broken', claimId: 'commit-needs-all' },
    })
  })
})
