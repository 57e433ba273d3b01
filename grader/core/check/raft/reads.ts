/** What a read may cost (Raft, section 8; Ongaro's dissertation, section 6.4). */
import { jsonFields, printJson } from '../../json.ts'
import type { EventId, Json, Micros, NodeId, OperationId } from '../../trace/event.ts'
import { isEffect } from '../../trace/kinds.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim } from '../claim.ts'
import { changes } from './log-changes.ts'
import { raftState } from './raft-view.ts'

/** Commands are those of the kit: `{ op: 'get', key }` reads. */
function isRead(command: Json | undefined): boolean {
  return command !== undefined && jsonFields(command)?.op === 'get'
}

export const readsLeaveTheLogAlone: Claim = {
  id: 'reads-leave-the-log-alone',
  sentence: 'A read adds no entry to anybody’s log.',
  source: 'Ongaro, Consensus: Bridging Theory and Practice (2014), section 6.4',
  ask: 'What does a leader need to know to answer a read, and does finding out need an entry?',
  monitor: () =>
    changes(undefined, ({ after, added }) => {
      const read = added.find(({ command }) => isRead(command))
      if (read === undefined) return undefined
      return `${after.node} holds the read ${printJson(read.command ?? null)} as entry ${read.index} of its log.`
    }),
}

interface Reign {
  readonly leader: NodeId
  readonly term: number
  readonly since: Micros
}

/**
 * A leader with a lease answers a read by itself, in the handler in which it came. Judged where
 * nothing is wrong, for a leader that has led for `settledMicros` since.
 */
export function leasedReadsAreLocal(settledMicros: Micros): Claim {
  return {
    id: 'leased-reads-are-local',
    sentence: 'In a healthy cluster a leader answers a read at once, without asking anybody.',
    source: 'Ongaro, Consensus: Bridging Theory and Practice (2014), section 6.4.1',
    ask: 'For how long after its last heartbeats were answered can nobody else be elected?',
    monitor() {
      const reads = new Set<OperationId>()
      let healthySince: Micros | undefined
      let reign: Reign | undefined
      let open: { readonly event: EventId; readonly operation: OperationId } | undefined
      return {
        onEvent(event, view) {
          if (event.kind === 'phase') healthySince = event.at
          if (event.kind === 'invoke' && isRead(JSON.parse(event.body) as Json)) {
            reads.add(event.operation)
          }
          if (event.kind === 'reply' && event.operation === open?.operation) open = undefined
          if (open !== undefined && !(isEffect(event) && event.cause === open.event)) {
            return {
              event: open.event,
              message: `${reign?.leader}, the leader of term ${reign?.term}, does not answer the read at once.`,
              related: [],
              nodes: reign === undefined ? [] : [reign.leader],
            }
          }
          if (healthySince === undefined) return undefined
          reign = reignAt(event.at, healthySince, view, reign)
          if (event.kind !== 'request' || event.node !== reign?.leader) return undefined
          const isSettled = event.at >= reign.since + settledMicros
          if (isSettled && reads.has(event.operation)) {
            open = { event: event.id, operation: event.operation }
          }
          return undefined
        },
      }
    },
  }
}

/** The leader of the highest term, and since when it has led in a healthy network. */
function reignAt(
  at: Micros,
  healthySince: Micros,
  view: WorldView,
  before: Reign | undefined,
): Reign | undefined {
  let latest: Reign | undefined
  for (const node of view.nodes()) {
    const state = raftState(node)
    if (state?.role !== 'leader' || state.term <= (latest?.term ?? -1)) continue
    latest = { leader: node.id, term: state.term, since: Math.max(at, healthySince) }
  }
  const isSame = latest?.leader === before?.leader && latest?.term === before?.term
  return isSame ? before : latest
}
