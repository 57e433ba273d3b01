/** Availability of a replica: it answers by itself, whoever else can be reached. */
import type { ClientId, EventId, Micros, NodeId, OperationId } from '../../trace/event.ts'
import { seconds } from '../../trace/time-text.ts'
import type { Claim } from '../claim.ts'

interface Waiting {
  readonly event: EventId
  readonly at: Micros
  readonly node: NodeId
  readonly client: ClientId
}

/**
 * "Every request received by a non-failing node in the system must result in a response" (Gilbert
 * & Lynch 2002, section 2.2), with a bound that leaves no time to ask anybody else when the links
 * are slow or cut. A node that is paused or that crashes owes nothing for what it had taken.
 */
export function answersAlone(withinMicros: Micros): Claim {
  return {
    id: 'answers-alone',
    sentence: `A node answers each request within ${seconds(withinMicros)} s, cut off or not.`,
    source: 'Gilbert & Lynch 2002, section 2.2 (availability)',
    ask: 'What does the answer wait for, and who may be out of reach just then?',
    monitor() {
      const waiting = new Map<OperationId, Waiting>()
      const forget = (node: NodeId) => {
        for (const [operation, asked] of waiting) if (asked.node === node) waiting.delete(operation)
      }
      return {
        onEvent(event) {
          for (const asked of waiting.values()) {
            if (event.at <= asked.at + withinMicros) break
            const { client, node, at } = asked
            return {
              event: event.id,
              message: `${node} has not answered ${client} ${seconds(event.at - at)} s after it took the request.`,
              related: [asked.event],
              nodes: [node, client],
            }
          }
          if (event.kind === 'request') {
            const { id, at, node, client, operation } = event
            waiting.set(operation, { event: id, at, node, client })
          } else if (event.kind === 'reply') waiting.delete(event.operation)
          else if (event.kind === 'crash' || event.kind === 'pause') forget(event.node)
          return undefined
        },
      }
    },
  }
}
