/** Handing leadership over (Ongaro's dissertation, section 3.10). */
import { jsonFields } from '../../json.ts'
import type { EventId, Json, Micros, NodeId, OperationId } from '../../trace/event.ts'
import { seconds } from '../../trace/time-text.ts'
import type { Claim } from '../claim.ts'
import { raftState } from './raft-view.ts'

interface Begun {
  readonly event: EventId
  readonly at: Micros
  readonly from: NodeId
  readonly to: NodeId
  readonly term: number
}

/**
 * Where nothing is wrong, a transfer that a leader has agreed to ends with the chosen node as
 * leader of a later term. Commands are those of the kit: `{ op: 'transfer', to }`.
 */
export function transferSucceeds(withinMicros: Micros): Claim {
  return {
    id: 'transfer-succeeds',
    sentence: `In a healthy cluster the node that leadership is handed to leads within ${seconds(withinMicros)} s.`,
    source: 'Ongaro, Consensus: Bridging Theory and Practice (2014), section 3.10',
    ask: 'What does the chosen node lack when it is told to stand, and who then votes for it?',
    monitor() {
      const targets = new Map<OperationId, NodeId>()
      let isHealthy = false
      let begun: Begun | undefined
      return {
        onEvent(event, view) {
          if (event.kind === 'phase') isHealthy = true
          if (event.kind === 'invoke') {
            const to = targetOf(JSON.parse(event.body) as Json)
            if (to !== undefined) targets.set(event.operation, to)
          }
          if (event.kind === 'reply' && event.outcome === 'ok' && isHealthy) {
            const to = targets.get(event.operation)
            const { id, at, node: from } = event
            const term = raftState(view.node(from))?.term ?? 0
            if (to !== undefined && to !== from) begun ??= { event: id, at, from, to, term }
          }
          if (begun === undefined) return undefined
          const { at, to, term } = begun
          if (event.kind === 'observe' && event.node === to) {
            const state = raftState(view.node(to))
            if (state?.role === 'leader' && state.term > term) begun = undefined
            return undefined
          }
          if (event.at <= at + withinMicros) return undefined
          return {
            event: event.id,
            message: `${begun.from} agreed to hand leadership to ${to}, but ${to} does not lead ${seconds(event.at - at)} s later.`,
            related: [begun.event],
            nodes: [begun.from, to],
          }
        },
      }
    },
  }
}

function targetOf(command: Json): NodeId | undefined {
  const { op, to } = jsonFields(command) ?? {}
  return op === 'transfer' && typeof to === 'string' ? to : undefined
}
