/**
 * Blocking in atomic commitment: how long each participant was bound by its yes without
 * knowing the outcome (Bernstein, Hadzilacos & Goodman 1987, section 7.3: the uncertainty
 * period). No rule forbids to wait, so it is measured and not judged.
 */
import type { EventId, Micros, NodeId, Trace } from '../../trace/event.ts'
import { WorldView } from '../../trace/world-view.ts'
import {
  type AtomicCommitOptions,
  AtomicCommitReader,
  type TransactionId,
} from '../agreement/atomic-commit-steps.ts'

export interface UncertaintyPeriod {
  readonly node: NodeId
  readonly txn: TransactionId
  /** The event of the vote, and that of the decision; undefined when none came. */
  readonly votedAt: EventId
  readonly decidedAt: EventId | undefined
  /** Up to the end of the run when no decision came. */
  readonly lengthMicros: Micros
}

/** All uncertainty periods of a run, in order of their votes. */
export function uncertaintyPeriods(
  trace: Trace,
  options: AtomicCommitOptions = {},
): readonly UncertaintyPeriod[] {
  const reader = new AtomicCommitReader(options)
  const view = new WorldView(trace.header)
  const votes = new Map<string, { node: NodeId; txn: TransactionId; event: EventId; at: Micros }>()
  const decisions = new Map<string, { event: EventId; at: Micros }>()
  for (const event of trace.events) {
    view.fold(event)
    const step = reader.read(event, view)
    if (step === undefined || step.kind === 'begin') continue
    const key = `${step.node} ${step.txn}`
    if (step.kind === 'decide' && !decisions.has(key)) decisions.set(key, step)
    const isFirstYes = step.kind === 'vote' && step.isYes && !votes.has(key)
    if (isFirstYes && !decisions.has(key)) votes.set(key, step)
  }
  const end = trace.events.at(-1)?.at ?? 0
  return [...votes].map(([key, { node, txn, event, at }]) => {
    const decision = decisions.get(key)
    const lengthMicros = (decision?.at ?? end) - at
    return { node, txn, votedAt: event, decidedAt: decision?.event, lengthMicros }
  })
}
