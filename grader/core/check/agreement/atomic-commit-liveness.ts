/** Atomic commitment, AC5: once failures are repaired, everybody who waits gets to decide. */

import type { Micros, TraceEvent } from '../../trace/event.ts'
import { seconds } from '../../trace/time-text.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim, Violation } from '../claim.ts'
import {
  type AtomicCommitOptions,
  AtomicCommitReader,
  type AtomicCommitStep,
} from './atomic-commit-steps.ts'

export interface DecidesWithin extends AtomicCommitOptions {
  /** Counted from the liveness phase, or from the step that makes the node wait if later. */
  readonly withinMicros: Micros
}

interface Waiting {
  readonly step: AtomicCommitStep
  /** The life of the node that waits; undefined when a crash does not end its wait. */
  readonly incarnation: number | undefined
}

/**
 * "AC5: […] if all existing failures are repaired and no new failures occur for
 * sufficiently long, then all processes will eventually reach a decision" (Bernstein,
 * Hadzilacos & Goodman 1987, section 7.3). A node that voted yes waits until it knows,
 * through crashes too: its vote binds it. The coordinator, and who voted no, wait as long
 * as they live: after a crash they may presume that it was aborted.
 */
export function decidesWithin(options: DecidesWithin): Claim {
  const { withinMicros } = options
  return {
    id: 'decides-within',
    sentence: 'Once everything is repaired, every node that waits for a decision gets one in time.',
    source: 'Bernstein, Hadzilacos & Goodman 1987, section 7.3 (AC5)',
    ask: 'Whom could the waiting node ask, and who still remembers the answer?',
    monitor() {
      const reader = new AtomicCommitReader(options)
      const waiting = new Map<string, Waiting>()
      const decided = new Set<string>()
      let begin: Micros | undefined
      return {
        onEvent(event, view) {
          if (event.kind === 'phase') begin = event.at
          const step = reader.read(event, view)
          if (step !== undefined) {
            const key = `${step.node} ${step.txn}`
            if (step.kind === 'decide') decided.add(key)
            if (decided.has(key)) waiting.delete(key)
            else if (binds(step, waiting.get(key))) {
              // At the end of the line: the map is in order of time.
              waiting.delete(key)
              waiting.set(key, waitingSince(step, view))
            }
          }
          if (begin === undefined) return undefined
          return overdue(event, view, { begin, withinMicros, waiting })
        },
      }
    },
  }
}

function isYes(step: AtomicCommitStep): boolean {
  return step.kind === 'vote' && step.isYes
}

/** True when the step makes a node wait that did not, or binds one that could still leave. */
function binds(step: AtomicCommitStep, known: Waiting | undefined): boolean {
  return known === undefined || (isYes(step) && !isYes(known.step))
}

function waitingSince(step: AtomicCommitStep, view: WorldView): Waiting {
  return { step, incarnation: isYes(step) ? undefined : view.node(step.node).incarnation }
}

function overdue(
  event: TraceEvent,
  view: WorldView,
  {
    begin,
    withinMicros,
    waiting,
  }: { begin: Micros; withinMicros: Micros; waiting: Map<string, Waiting> },
): Violation | undefined {
  const isOver = event.kind === 'end' && (event.reason === 'horizon' || event.reason === 'idle')
  // Oldest first: the first that is not late ends the search.
  for (const [key, { step, incarnation }] of waiting) {
    const dueAt = Math.max(begin, step.at) + withinMicros
    if (!(event.at > dueAt || (isOver && event.at >= dueAt))) return undefined
    waiting.delete(key)
    if (incarnation !== undefined && !view.isAlive(step.node, incarnation)) continue
    const did = step.kind === 'begin' ? 'began' : `voted ${isYes(step) ? 'yes' : 'no'} on`
    return {
      event: event.id,
      message: `${step.node} ${did} ${step.txn} and has not decided ${seconds(event.at - step.at)} s later.`,
      related: [step.event],
      nodes: [step.node],
    }
  }
  return undefined
}
