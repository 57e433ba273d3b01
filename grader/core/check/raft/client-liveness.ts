/** Bounded liveness for clients: requests are answered, and every node applies what was asked. */

import type {
  ClientId,
  EventId,
  Json,
  Micros,
  NodeId,
  OperationId,
  TraceEvent,
} from '../../trace/event.ts'
import { seconds } from '../../trace/time-text.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim } from '../claim.ts'
import { printCommand } from '../command-words.ts'

export interface ServedWithin {
  /** Counts requests from so long after the network is healed, when there is a leader again. */
  readonly graceMicros: Micros
  readonly withinMicros: Micros
}

interface Open {
  readonly event: EventId
  readonly at: Micros
  readonly client: ClientId
  readonly body: string
}

/**
 * A client that asks a healthy cluster gets an answer: a result, or a refusal that tells it
 * whom to ask. Silence is not an answer, also to a request that was sent before and is sent
 * again now.
 */
export function answeredWithin({ graceMicros, withinMicros }: ServedWithin): Claim {
  return {
    id: 'answered-within',
    sentence: `In a healthy cluster with a leader, each request is answered within ${seconds(withinMicros)} s.`,
    source: 'Raft, section 8 (client interaction)',
    ask: 'Who holds the request at the end, and what is that node waiting for?',
    monitor() {
      const bodies = new Map<OperationId, string>()
      const open = new Map<OperationId, Open>()
      let countsFrom = Number.POSITIVE_INFINITY
      return {
        onEvent(event) {
          if (event.kind === 'phase') countsFrom = event.at + graceMicros
          if (event.kind === 'invoke') bodies.set(event.operation, event.body)
          const asks = event.kind === 'invoke' || event.kind === 'retry'
          if (asks && event.at >= countsFrom && !open.has(event.operation)) {
            const { id, at, client, operation } = event
            open.set(operation, { event: id, at, client, body: bodies.get(operation) ?? 'null' })
          }
          if (event.kind === 'complete' && event.outcome !== 'info') open.delete(event.operation)
          // The earliest comes first.
          const [oldest] = open.values()
          if (oldest === undefined || !isLate(event, oldest.at + withinMicros)) return undefined
          const { client, body, at } = oldest
          return {
            event: event.id,
            message: `${client} asked for ${printCommand(JSON.parse(body) as Json)} and has no answer after ${seconds(event.at - at)} s, although nothing is wrong.`,
            related: oldest.event === event.id ? [] : [oldest.event],
            nodes: [client],
          }
        },
      }
    },
  }
}

/**
 * "If followers crash or run slowly, or if network packets are lost, the leader retries
 * AppendEntries RPCs indefinitely … until all followers eventually store all log entries"
 * (Raft, section 5.3); the commit index reaches them with it. Counted from the last request:
 * without one a new leader may hold entries of older terms that it cannot commit yet.
 */
export function appliedEverywhere({ graceMicros, withinMicros }: ServedWithin): Claim {
  return {
    id: 'applied-everywhere',
    sentence: `All nodes have applied the same entries ${seconds(withinMicros)} s after the last request in a healthy cluster.`,
    source: 'Raft, section 5.3',
    ask: 'Which node is behind, and what does the leader send it each time?',
    monitor() {
      let countsFrom = Number.POSITIVE_INFINITY
      let last: { readonly at: Micros; readonly event: EventId } | undefined
      return {
        onEvent(event, view) {
          if (event.kind === 'phase') countsFrom = event.at + graceMicros
          const since = last
          if (event.kind === 'request' && event.at >= countsFrom)
            last = { at: event.at, event: event.id }
          if (since === undefined || !isLate(event, since.at + withinMicros)) return undefined
          // Judged once: what nodes append without being asked may come at any time.
          if (last === since) last = undefined
          const difference = differenceIn(view)
          if (difference === undefined) return undefined
          const { message, nodes } = difference
          const related = since.event === event.id ? [] : [since.event]
          const after = `${seconds(event.at - since.at)} s after the last request`
          return { event: event.id, message: `${after} ${message}.`, related, nodes }
        },
      }
    },
  }
}

/** Who is behind, or that nobody has applied anything; undefined when all are equally far. */
function differenceIn(
  view: WorldView,
): { readonly message: string; readonly nodes: readonly NodeId[] } | undefined {
  const applied = appliedBy(view)
  const furthest = Math.max(...applied.map(({ index }) => index))
  if (furthest === 0) return { message: 'no node has applied anything', nodes: [...view.nodeIds] }
  const behind = applied.filter(({ index }) => index !== furthest).map(({ node }) => node)
  if (behind.length === 0) return undefined
  const indexes = applied.map(({ node, index }) => `${node} up to ${index}`).join(', ')
  return {
    message: `the nodes have applied different numbers of entries: ${indexes}`,
    nodes: behind,
  }
}

function appliedBy(view: WorldView): readonly { readonly node: NodeId; readonly index: number }[] {
  return [...view.nodes()].map(({ id, fields }) => {
    const index = fields.get('lastApplied')
    return { node: id, index: typeof index === 'number' ? index : 0 }
  })
}

/** The time is up; a run that a throw or a bound cut short says nothing of liveness. */
function isLate(event: TraceEvent, dueAt: Micros): boolean {
  const isOver = event.kind === 'end' && (event.reason === 'horizon' || event.reason === 'idle')
  return event.at > dueAt || (isOver && event.at >= dueAt)
}
