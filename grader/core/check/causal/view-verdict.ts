/** Judges the views of sessions one after the other, and tells what is wrong with the first bad. */
import { present } from '../../assert.ts'
import type { Anomaly, HistoryVerdict, SearchLimits } from '../history-verdict.ts'
import type { CausalOrder } from './causal-order.ts'
import { operationAt, operationsOf, relationsOf, stepsText } from './causal-story.ts'
import { causalEdges, type Edge, joined, pathBetween } from './edges.ts'
import type { RegisterHistory } from './register-history.ts'
import { type Belief, type StepCount, sessionView, type ViewOutcome } from './session-view.ts'
import { valueOf, what } from './wording.ts'
import type { WriteRuns } from './write-runs.ts'

/** The reads of each session that count, in order. */
export function readsOfSessions(registers: RegisterHistory): number[][] {
  const reads: number[][] = Array.from({ length: registers.processCount }, () => [])
  for (let node = 0; node < registers.size; node++) {
    if (registers.isWrite[node] === 0) reads[registers.process[node] as number]?.push(node)
  }
  return reads
}

/** Whether one order of writes explains everything that a session read. */
export function viewVerdict(
  registers: RegisterHistory,
  view: { order: CausalOrder; runs: WriteRuns; reads: readonly number[] },
  search: { limits: SearchLimits; count: StepCount },
): HistoryVerdict {
  const outcome = sessionView(registers, view, search)
  switch (outcome.kind) {
    case 'consistent':
      return { verdict: 'pass' }
    case 'stopped':
      return {
        verdict: 'unknown',
        why:
          `The search was stopped after ${search.count.steps} steps. Judge a shorter history, ` +
          'or allow more steps.',
      }
    case 'cyclic':
      return { verdict: 'fail', anomaly: cyclicView(registers, view.order, outcome) }
    case 'stale-initial':
      return { verdict: 'fail', anomaly: staleInitialView(registers, view.order, outcome) }
  }
}

/** CyclicHB: the ties that the session's reads demand go round in a circle. */
function cyclicView(
  registers: RegisterHistory,
  order: CausalOrder,
  { beliefs, belief }: Extract<ViewOutcome, { kind: 'cyclic' }>,
): Anomaly {
  const incoming = joined(causalEdges(registers, order.observer), beliefs.map(edgeOf))
  const back = present(
    pathBetween(belief.to, belief.from, incoming),
    'a belief is refused because the opposite already holds',
  )
  const edges = [edgeOf(belief), ...back]
  const reader = operationAt(registers, belief.because)
  return {
    kind: 'cyclic-view',
    message:
      `No order of the writes explains all that ${reader.process} read: ` +
      `${stepsText(registers, edges)}.`,
    operations: operationsOf(registers, edges),
    relations: relationsOf(registers, edges),
  }
}

/** WriteHBInitRead: the session must have seen a write, and yet read the initial value. */
function staleInitialView(
  registers: RegisterHistory,
  order: CausalOrder,
  { beliefs, read, write }: Extract<ViewOutcome, { kind: 'stale-initial' }>,
): Anomaly {
  const incoming = joined(causalEdges(registers, order.observer), beliefs.map(edgeOf))
  const edges = present(pathBetween(write, read, incoming), 'the write comes before the read')
  const reader = operationAt(registers, read)
  return {
    kind: 'stale-initial-view',
    message:
      `${what(reader)}, the initial value, although ${valueOf(operationAt(registers, write))} ` +
      `had to reach it first: ${stepsText(registers, edges)}.`,
    operations: operationsOf(registers, edges),
    relations: relationsOf(registers, edges),
  }
}

function edgeOf({ from, to, because }: Belief): Edge {
  return { from, to, kind: 'overwrites', because }
}
