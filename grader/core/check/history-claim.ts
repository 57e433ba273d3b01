/**
 * A property of the whole history as a claim about runs: the history is read out of the
 * trace as it grows, and judged when the run ends.
 */
import { present } from '../assert.ts'
import { type HistoryReading, historyOf } from '../history/from-trace.ts'
import type { History, Operation } from '../history/operation.ts'
import type { Micros, TraceEvent } from '../trace/event.ts'
import type { Claim } from './claim.ts'
import type { Anomaly, HistoryVerdict } from './history-verdict.ts'

export interface HistoryClaimOptions {
  readonly claim: Pick<Claim, 'id' | 'sentence' | 'source' | 'ask'>
  /** What the commands of the lab's clients mean. */
  readonly reading: HistoryReading
  /** @param healedMicros when all faults were over; undefined in a run that ended before */
  readonly check: (history: History, healedMicros: Micros | undefined) => HistoryVerdict
}

const RELATED_MAX = 4

/** `unknown` stays unknown: a search that was given up says nothing in anybody's favour. */
export function historyClaim({ claim, reading, check }: HistoryClaimOptions): Claim {
  return {
    ...claim,
    monitor() {
      const events: TraceEvent[] = []
      let healedMicros: Micros | undefined
      return {
        kinds: ['invoke', 'complete', 'phase'],
        onEvent(event) {
          if (event.kind === 'phase') healedMicros = event.at
          if (event.kind === 'invoke' || event.kind === 'complete') events.push(event)
          return undefined
        },
        onEnd() {
          const history = historyOf(events, reading)
          const result = check(history, healedMicros)
          if (result.verdict === 'unknown') return { why: result.why }
          return result.verdict === 'pass' ? undefined : violationOf(result.anomaly, history)
        },
      }
    },
  }
}

/** It broke where the last of its operations ended, or was called when it never ended. */
function violationOf({ message, operations }: Anomaly, history: History) {
  const ends = operations
    .flatMap((id) => history.operations[id] ?? [])
    .map(endOf)
    .sort((a, b) => a.event - b.event)
  const last = present(ends.at(-1), 'an anomaly speaks of operations')
  const related = ends.slice(0, -1).slice(-RELATED_MAX)
  return { ...last, message, related: related.map(({ event }) => event), nodes: [] }
}

function endOf({ call, events, callMicros = 0, returnMicros = callMicros }: Operation) {
  return { event: events?.complete ?? call, at: returnMicros }
}
