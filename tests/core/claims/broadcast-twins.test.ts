/** Claims about orders of delivery against plain rescans of the trace, on random scripts. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TraceEvent } from '#core'
import { causalOrder, fifoOrder } from '../../../grader/core/check/broadcast/delivery-order.ts'
import { totalOrder } from '../../../grader/core/check/broadcast/total-order.ts'
import { agreesWithTwin, FUZZ_LIMIT, fuzzRuns } from '../../support/traces/laws.ts'

const RUNS = fuzzRuns(1_500)

const node = fc.constantFrom('n1', 'n2', 'n3')
const steps = fc.array(
  fc.record({
    node,
    kind: fc.constantFrom('broadcast', 'broadcast', 'deliver', 'deliver', 'deliver', 'crash'),
    /** Which of the messages so far is delivered. */
    pick: fc.nat({ max: 9 }),
  }),
  { minLength: 2, maxLength: 16, size: 'max' },
)

/** Crashed nodes start again at once: what they do then is not judged. */
const scripts = steps.map((all) => {
  let count = 0
  return all.flatMap(({ node: id, kind, pick }) => {
    if (kind === 'crash') return pick < 3 ? [`${id} crashes`, `${id} restarts`] : []
    if (kind === 'deliver') return count === 0 ? [] : [`${id} applies id=m${(pick % count) + 1}`]
    count++
    return [`c1 asks ${id} id=m${count}`, `${id} takes ${count}`]
  })
})

const deliveries = fc.array(
  fc.oneof(
    {
      weight: 20,
      arbitrary: fc
        .record({ node, message: fc.constantFrom('a', 'b', 'c', 'd', 'e') })
        .map((step) => `${step.node} applies id=${step.message}`),
    },
    { weight: 1, arbitrary: node.map((id) => `${id} crashes\n${id} restarts`) },
  ),
  { minLength: 2, maxLength: 10, size: 'max' },
)

interface Step {
  readonly kind: 'broadcast' | 'deliver'
  readonly node: string
  readonly message: string
}

/** Broadcasts and deliveries of nodes before their first crash. */
function stepsOf(events: readonly TraceEvent[]): readonly Step[] {
  const crashed = new Set<string>()
  const found: Step[] = []
  for (const event of events) {
    if (event.kind === 'crash') crashed.add(event.node)
    if (event.kind !== 'request' && event.kind !== 'apply') continue
    if (crashed.has(event.node)) continue
    const isDelivery = event.kind === 'apply'
    const message = isDelivery
      ? (JSON.parse(event.value) as { readonly id: string }).id
      : `m${event.operation}`
    found.push({ kind: isDelivery ? 'deliver' : 'broadcast', node: event.node, message })
  }
  return found
}

/** What precedes the broadcast of a message, transitively where all of the past counts. */
function past(all: readonly Step[], message: string, counts: (step: Step) => boolean): Set<string> {
  const at = all.findIndex((step) => step.kind === 'broadcast' && step.message === message)
  const sender = all[at]?.node
  const direct = all
    .slice(0, Math.max(0, at))
    .filter((step) => step.node === sender && counts(step))
  const found = new Set<string>()
  for (const step of direct) {
    found.add(step.message)
    const before = all.slice(0, at)
    for (const earlier of past(before, step.message, counts)) found.add(earlier)
  }
  return found
}

function respectsPast(events: readonly TraceEvent[], counts: (step: Step) => boolean): boolean {
  const all = stepsOf(events)
  return all.every((step, at) => {
    if (step.kind !== 'deliver') return true
    const delivered = new Set(
      all
        .slice(0, at)
        .filter((other) => other.kind === 'deliver' && other.node === step.node)
        .map(({ message }) => message),
    )
    return [...past(all.slice(0, at), step.message, counts)].every((message) =>
      delivered.has(message),
    )
  })
}

function ordersAgree(events: readonly TraceEvent[]): boolean {
  const sequences = ['n1', 'n2', 'n3'].map((id) => [
    ...new Set(
      stepsOf(events)
        .filter((step) => step.kind === 'deliver' && step.node === id)
        .map(({ message }) => message),
    ),
  ])
  return sequences.every((a) =>
    sequences.every((b) => {
      const common = a.filter((message) => b.includes(message))
      return common.join() === b.filter((message) => a.includes(message)).join()
    }),
  )
}

describe('the monitor and a rescan name the same event for', FUZZ_LIMIT, () => {
  test('FIFO order', () => {
    const holds = (events: readonly TraceEvent[]) =>
      respectsPast(events, ({ kind }) => kind === 'broadcast')
    const seen = agreesWithTwin({ claim: fifoOrder(), scripts, holds, runs: RUNS })
    expect(Math.min(seen.held, seen.broke)).toBeGreaterThan(RUNS / 50)
  })

  test('causal order', () => {
    const holds = (events: readonly TraceEvent[]) => respectsPast(events, () => true)
    const seen = agreesWithTwin({ claim: causalOrder(), scripts, holds, runs: RUNS })
    expect(Math.min(seen.held, seen.broke)).toBeGreaterThan(RUNS / 50)
  })

  test('total order', () => {
    const seen = agreesWithTwin({
      claim: totalOrder(),
      scripts: deliveries,
      holds: ordersAgree,
      runs: RUNS,
    })
    expect(Math.min(seen.held, seen.broke)).toBeGreaterThan(RUNS / 50)
  })
})
