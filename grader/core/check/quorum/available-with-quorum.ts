/** Availability by side of a cut: a request where enough replicas can be reached is carried out. */

import type { EventId, Json, Micros, NodeId, OperationId, TraceEvent } from '../../trace/event.ts'
import { seconds } from '../../trace/time-text.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim, Violation } from '../claim.ts'
import { printCommand } from '../command-words.ts'
import { type KeyRequest, type OpenRequest, Requests, UNKNOWN_OUTCOME } from './requests.ts'

export interface AvailableWithQuorum {
  readonly withinMicros: Micros
  /** How many of which nodes a request needs. */
  readonly needs: (
    request: KeyRequest,
    nodes: readonly NodeId[],
  ) => { readonly count: number; readonly among: readonly NodeId[] }
}

interface Served extends OpenRequest {
  readonly needed: number
  /** Those that the coordinator could reach all the time since it took the request. */
  readonly reachable: Set<NodeId>
}

/**
 * Only replicas count that the coordinator could reach in both directions, up and running, from
 * the request on; so that whoever asks them all hears them in time. For networks that lose
 * nothing but by cuts.
 */
export function availableWithQuorum({ withinMicros, needs }: AvailableWithQuorum): Claim {
  return {
    id: 'available-with-quorum',
    sentence: `A request is carried out within ${seconds(withinMicros)} s where enough replicas can be reached.`,
    source: 'DeCandia et al. 2007, section 4.5; Gilbert and Lynch 2002, section 2.2',
    ask: 'Which replicas could the node reach, and whom was it waiting for?',
    monitor() {
      const requests = new Requests()
      const open = new Map<OperationId, Served>()
      const lose = (isLost: (one: Served, node: NodeId) => boolean): void => {
        for (const [operation, one] of open) {
          for (const node of one.reachable) if (isLost(one, node)) one.reachable.delete(node)
          if (one.reachable.size < one.needed) open.delete(operation)
        }
      }
      const losesByFault = (event: TraceEvent): void => {
        if (event.kind === 'crash' || event.kind === 'pause') {
          lose((one, node) => one.node === event.node || node === event.node)
        } else if (event.kind === 'clog') {
          lose((one, node) => isBetween(event, one.node, node))
        } else if (event.kind === 'cut') {
          lose((one, node) => event.links.some((link) => isBetween(link, one.node, node)))
        }
      }
      return {
        onEvent(event, view) {
          requests.look(event)
          const [oldest] = open.values()
          if (oldest !== undefined && event.at > oldest.at + withinMicros) {
            return violationAt(
              event.id,
              oldest,
              `has not carried it out after ${seconds(event.at - oldest.at)} s`,
            )
          }
          losesByFault(event)
          if (event.kind === 'request') {
            const request = requests.of(event.operation)
            if (request === undefined || open.has(event.operation)) return undefined
            const { count, among } = needs(request, view.nodeIds)
            const reachable = new Set(among.filter((node) => reaches(view, event.node, node)))
            const { id, at, node, client } = event
            if (reachable.size < count) return undefined
            open.set(event.operation, {
              event: id,
              at,
              node,
              client,
              request,
              needed: count,
              reachable,
            })
          }
          if (event.kind !== 'reply') return undefined
          const one = open.get(event.operation)
          open.delete(event.operation)
          if (one === undefined || isSuccess(event)) return undefined
          return violationAt(event.id, one, 'has given it up')
        },
      }
    },
  }
}

function violationAt(event: EventId, one: Served, what: string): Violation {
  const { node, client, request, reachable, needed } = one
  const whom = [...reachable].join(', ')
  return {
    event,
    message: `${node} could reach ${whom} all the time since it took ${printCommand(request.command)} of ${client}, which needs ${needed}, and ${what}.`,
    related: [one.event],
    nodes: [node],
  }
}

function isSuccess(event: TraceEvent & { readonly kind: 'reply' }): boolean {
  return event.outcome === 'ok' && (JSON.parse(event.body) as Json) !== UNKNOWN_OUTCOME
}

function isBetween(link: { readonly from: NodeId; readonly to: NodeId }, a: NodeId, b: NodeId) {
  return (link.from === a && link.to === b) || (link.from === b && link.to === a)
}

function reaches(view: WorldView, from: NodeId, to: NodeId): boolean {
  const { isUp, isPaused } = view.node(to)
  if (!isUp || isPaused) return false
  return (
    from === to ||
    [...view.cuts.values()].every(({ links }) => !links.some((link) => isBetween(link, from, to)))
  )
}
