/**
 * Claims about what a replica shows, given the updates that have reached it: judged whenever a
 * handler call is over, and once more when everything should have reached everybody.
 */
import type { EventId, Json, Micros, TraceEvent } from '../../trace/event.ts'
import { seconds } from '../../trace/time-text.ts'
import type { Claim } from '../claim.ts'
import { type Known, type Update, type UpdateOptions, UpdatesKnown } from './updates-known.ts'

/** What is wrong with what a replica shows. */
export interface Problem {
  /** The end of a sentence that begins with the node's name: `shows 3, but …`. */
  readonly what: string
  /** The updates that it speaks of. */
  readonly updates: readonly Update[]
}

/** Looks at one replica: the updates that it has, and what it shows. */
export type Judgement = (updates: KnownUpdates, shown: Json) => Problem | undefined

/** The updates of one replica at one moment. */
export class KnownUpdates {
  readonly sure: readonly Update[]
  readonly possible: readonly Update[]

  constructor(all: UpdatesKnown, { sure, possible }: Known) {
    this.sure = all.listed(sure)
    this.possible = all.listed(possible)
  }
}

export interface ReplicaClaimOptions extends UpdateOptions {
  readonly claim: Pick<Claim, 'id' | 'sentence' | 'source' | 'ask'>
  readonly judge: Judgement
}

const RELATED_MAX = 4

/** What every replica shows at any time. */
export function replicaClaim({ claim, judge, ...options }: ReplicaClaimOptions): Claim {
  const field = options.state ?? 'shown'
  return {
    ...claim,
    monitor() {
      const known = new UpdatesKnown(options)
      return {
        onEvent(event, view) {
          const call = known.look(event, view)
          const shown = call === undefined ? undefined : view.node(call.node).fields.get(field)
          if (call === undefined || shown === undefined) return undefined
          const { node } = call
          const problem = judge(new KnownUpdates(known, known.of(node)), shown)
          if (problem === undefined) return undefined
          return {
            event: call.event,
            message: `${node} ${problem.what}.`,
            related: relatedOf(problem.updates, call.event),
            nodes: [node],
          }
        },
      }
    },
  }
}

/** The newest of the updates before the event at which it broke. */
function relatedOf(updates: readonly Update[], broken: EventId): readonly EventId[] {
  const events = updates.map(({ event }) => event).filter((event) => event < broken)
  return [...new Set(events)].sort((a, b) => a - b).slice(-RELATED_MAX)
}

export interface NothingLostOptions extends UpdateOptions {
  /** Counted from the liveness phase, or from the last request that a node took after it. */
  readonly withinMicros: Micros
  /** What the type means, by which all that was acknowledged is judged together. */
  readonly judgements: readonly Judgement[]
}

/**
 * Eventual delivery: an update delivered at some correct replica is delivered at all of them
 * in the end (Shapiro et al. 2011, section 2), and an acknowledged one counts as delivered.
 */
export function nothingLost({ withinMicros, judgements, ...options }: NothingLostOptions): Claim {
  const field = options.state ?? 'shown'
  return {
    id: 'nothing-lost',
    sentence: `Every node shows what all acknowledged updates make together, ${seconds(withinMicros)} s after the last request in a healed network.`,
    source: 'Shapiro et al. 2011, Conflict-free Replicated Data Types (Eventual Delivery)',
    ask: 'Where was this update kept when its client was told that it is done, and who could have passed it on?',
    monitor() {
      const known = new UpdatesKnown(options)
      let dueAt = Number.POSITIVE_INFINITY
      return {
        onEvent(event, view) {
          known.look(event, view)
          const isDue = isLate(event, dueAt)
          if (event.kind === 'phase') dueAt = event.at + withinMicros
          else if (event.kind === 'request' && dueAt !== Number.POSITIVE_INFINITY) {
            dueAt = event.at + withinMicros
          }
          if (!isDue) return undefined
          dueAt = Number.POSITIVE_INFINITY
          const all = new KnownUpdates(known, known.everything())
          for (const { id: node, fields } of view.nodes()) {
            const shown = fields.get(field)
            if (shown === undefined) continue
            const problem = firstProblem(judgements, all, shown)
            if (problem === undefined) continue
            return {
              event: event.id,
              message: `In the end ${node} ${problem.what}.`,
              related: relatedOf(problem.updates, event.id),
              nodes: [node],
            }
          }
          return undefined
        },
      }
    },
  }
}

function firstProblem(
  judgements: readonly Judgement[],
  updates: KnownUpdates,
  shown: Json,
): Problem | undefined {
  for (const judge of judgements) {
    const problem = judge(updates, shown)
    if (problem !== undefined) return problem
  }
  return undefined
}

/** The time is up; a run that a throw or a bound cut short says nothing of liveness. */
function isLate(event: TraceEvent, dueAt: Micros): boolean {
  const isOver = event.kind === 'end' && (event.reason === 'horizon' || event.reason === 'idle')
  return event.at > dueAt || (isOver && event.at >= dueAt)
}
