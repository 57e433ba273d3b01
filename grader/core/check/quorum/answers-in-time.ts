/** Nobody waits for ever: whoever coordinates answers, if only to say that it cannot. */

import type { Micros, NodeId, OperationId, TraceEvent } from '../../trace/event.ts'
import { seconds } from '../../trace/time-text.ts'
import type { Claim } from '../claim.ts'
import { printCommand } from '../command-words.ts'
import { type OpenRequest, Requests } from './requests.ts'

/**
 * Counted from when the node takes the request. A node that crashes or stands still meanwhile
 * is excused; nothing else is, because to give up takes nobody's help.
 */
export function answersInTime({ withinMicros }: { readonly withinMicros: Micros }): Claim {
  return {
    id: 'answers-in-time',
    sentence: `A node that takes a request answers within ${seconds(withinMicros)} s, whatever the network does.`,
    source: 'Gilbert and Lynch 2002, section 2.2 (available: every request results in a response)',
    ask: 'What would wake this node up if no answer ever reached it?',
    monitor() {
      const requests = new Requests()
      const open = new Map<OperationId, OpenRequest>()
      const excuse = (node: NodeId): void => {
        for (const [operation, one] of open) if (one.node === node) open.delete(operation)
      }
      return {
        onEvent(event) {
          requests.look(event)
          // They are in order of time, so that the first is the one that waits longest.
          const [oldest] = open.values()
          if (oldest !== undefined && isDue(event, oldest.at + withinMicros)) {
            const { client, node, request } = oldest
            return {
              event: event.id,
              message: `${node} took ${printCommand(request.command)} of ${client}, and has not answered after ${seconds(event.at - oldest.at)} s.`,
              related: [oldest.event],
              nodes: [node],
            }
          }
          if (event.kind === 'request') {
            const request = requests.of(event.operation)
            const { id, at, node, client, operation } = event
            if (request !== undefined && !open.has(operation)) {
              open.set(operation, { event: id, at, node, client, request })
            }
          } else if (event.kind === 'reply') open.delete(event.operation)
          else if (event.kind === 'crash' || event.kind === 'pause') excuse(event.node)
          return undefined
        },
      }
    },
  }
}

/** The time is up; a run that a throw or a bound cut short says nothing. */
function isDue(event: TraceEvent, dueAt: Micros): boolean {
  const isOver = event.kind === 'end' && (event.reason === 'horizon' || event.reason === 'idle')
  return event.at > dueAt || (isOver && event.at >= dueAt)
}
