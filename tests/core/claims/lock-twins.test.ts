/** Mutual exclusion against plain rescans of the whole trace, on random scripts. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TraceEvent } from '#core'
import { oneClientHolds, oneHolder } from '../../../grader/core/check/locks/mutual-exclusion.ts'
import { agreesWithTwin, FUZZ_LIMIT, fuzzRuns } from '../../support/traces/laws.ts'

const RUNS = fuzzRuns(1_500)

/** Nodes that hold a lock at the end of these events. */
function nodesHolding(events: readonly TraceEvent[], lock: string): readonly string[] {
  return ['n1', 'n2', 'n3'].filter((node) => {
    const last = events.findLast(
      (event) => (event.kind === 'observe' || event.kind === 'crash') && event.node === node,
    )
    return last?.kind === 'observe' && (last.fields.holding as readonly string[]).includes(lock)
  })
}

/** Clients that surely hold the lock at the end of these events. */
function clientsHolding(events: readonly TraceEvent[]): readonly string[] {
  return ['c1', 'c2'].filter((client) => {
    const asked = new Map(
      events
        .filter((event) => event.kind === 'invoke')
        .map(({ operation, body }) => [operation, (JSON.parse(body) as { kind: string }).kind]),
    )
    const last = events.findLast((event) => {
      if (event.kind === 'invoke')
        return event.client === client && asked.get(event.operation) === 'release'
      if (event.kind !== 'complete' || event.client !== client) return false
      return event.outcome === 'ok' && asked.get(event.operation) === 'acquire'
    })
    return last?.kind === 'complete'
  })
}

describe('the monitor and a rescan name the same event for', FUZZ_LIMIT, () => {
  test('mutual exclusion of nodes', () => {
    const step = fc
      .record({
        node: fc.constantFrom('n1', 'n2', 'n3'),
        what: fc.constantFrom('[]', '[]', '[]', '["a"]', '["b"]', '["a","b"]', 'crash'),
      })
      .map(({ node, what }) =>
        what === 'crash' ? `${node} crashes\n${node} restarts` : `${node} shows holding=${what}`,
      )
    const seen = agreesWithTwin({
      claim: oneHolder(),
      scripts: fc.array(step, { maxLength: 10, size: 'max' }),
      holds: (events) => ['a', 'b'].every((lock) => nodesHolding(events, lock).length < 2),
      runs: RUNS,
    })
    expect(Math.min(seen.held, seen.broke)).toBeGreaterThan(RUNS / 50)
  })

  test('mutual exclusion of clients', () => {
    const call = fc.record({
      client: fc.constantFrom('c1', 'c2'),
      kind: fc.constantFrom('acquire', 'acquire', 'release'),
      outcome: fc.constantFrom('ok', 'ok', 'fail', 'info', 'none'),
    })
    const scripts = fc
      .array(call, { maxLength: 10, size: 'max' })
      .map((calls) =>
        calls.map(
          ({ client, kind, outcome }, index) =>
            `${client} asks n1 kind=${kind}\n${outcome === 'none' ? '' : `${client} gets ${index + 1} ${outcome}`}`,
        ),
      )
    const seen = agreesWithTwin({
      claim: oneClientHolds(),
      scripts,
      holds: (events) => clientsHolding(events).length < 2,
      runs: RUNS,
    })
    expect(Math.min(seen.held, seen.broke)).toBeGreaterThan(RUNS / 50)
  })
})
