/** Claims about consensus by what nodes decide, whatever the protocol. */

import { canonicalText, jsonFields, printJson, sameJson } from '../../json.ts'
import type { EventId, Json, NodeId } from '../../trace/event.ts'
import type { Claim, Violation } from '../claim.ts'
import { decisionIn, PAXOS_FIELDS, type PaxosFields } from './paxos-view.ts'

interface Decision {
  readonly node: NodeId
  readonly event: EventId
  readonly value: Json
}

/** Uniform agreement: it covers nodes that crash afterwards, and one node over its lives. */
export function decisionsAgree(fields: PaxosFields = PAXOS_FIELDS): Claim {
  return {
    id: 'decisions-agree',
    sentence: 'No two nodes decide different values, even if they crash afterwards.',
    source: 'Lamport 2001, Paxos Made Simple, section 2.1 (only a single value is chosen)',
    ask: 'What did each of the two know when it decided?',
    monitor() {
      let first: Decision | undefined
      return {
        kinds: ['observe', 'apply'],
        onEvent(event) {
          const value = decisionIn(event, fields)
          if (value === undefined || !('node' in event)) return undefined
          first ??= { node: event.node, event: event.id, value }
          if (sameJson(first.value, value)) return undefined
          const { node } = event
          return {
            event: event.id,
            message:
              first.node === node
                ? `${node} decided ${printJson(first.value)} and then ${printJson(value)}.`
                : `${first.node} decided ${printJson(first.value)} and ${node} decided ${printJson(value)}.`,
            related: [first.event],
            nodes: [...new Set([first.node, node])],
          } satisfies Violation
        },
      }
    },
  }
}

/** By default a proposal is the field `value` of a request, or the whole of it. */
function proposalIn(body: Json): Json {
  return jsonFields(body)?.value ?? body
}

export interface ProposalOptions {
  /** The value that a client's request proposes. */
  readonly proposal?: (body: Json) => Json
}

/** "Only a value that has been proposed may be chosen." */
export function decidesOnlyProposed(
  { proposal = proposalIn }: ProposalOptions = {},
  fields: PaxosFields = PAXOS_FIELDS,
): Claim {
  return {
    id: 'decides-only-proposed',
    sentence: 'A node decides only a value that a client has proposed.',
    source: 'Lamport 2001, Paxos Made Simple, section 2.1',
    ask: 'Where does this value come from, if from no client?',
    monitor() {
      const proposed = new Set<string>()
      return {
        kinds: ['invoke', 'observe', 'apply'],
        onEvent(event) {
          if (event.kind === 'invoke') {
            proposed.add(canonicalText(proposal(JSON.parse(event.body) as Json)))
            return undefined
          }
          const value = decisionIn(event, fields)
          if (value === undefined || !('node' in event)) return undefined
          if (proposed.has(canonicalText(value))) return undefined
          return {
            event: event.id,
            message: `${event.node} decided ${printJson(value)}, which no client had proposed.`,
            related: [],
            nodes: [event.node],
          } satisfies Violation
        },
      }
    },
  }
}

/** A decision is final: it is made once, and never taken back while the node runs. */
export function decisionStays(fields: PaxosFields = PAXOS_FIELDS): Claim {
  return {
    id: 'decision-stays',
    sentence: 'A node decides once, and does not take its decision back.',
    source: 'Lamport 2001, Paxos Made Simple, section 2.1 (a value that has been chosen)',
    ask: 'What could make a node give up a value that a majority has accepted?',
    monitor() {
      const shown = new Map<NodeId, Decision>()
      const applied = new Map<NodeId, EventId>()
      return {
        kinds: ['observe', 'apply', 'crash'],
        onEvent(event) {
          if (event.kind === 'crash') {
            shown.delete(event.node)
            applied.delete(event.node)
          }
          if (event.kind === 'apply') {
            const before = applied.get(event.node)
            applied.set(event.node, event.id)
            if (before === undefined) return undefined
            const message = `${event.node} decided a second time.`
            return { event: event.id, message, related: [before], nodes: [event.node] }
          }
          if (event.kind !== 'observe' || !(fields.decided in event.fields)) return undefined
          const { node, id } = event
          const value = event.fields[fields.decided] ?? null
          const before = shown.get(node)
          if (value !== null) shown.set(node, { node, event: id, value })
          if (before === undefined || sameJson(before.value, value)) return undefined
          return {
            event: id,
            message: `${node} had decided ${printJson(before.value)} and now shows ${printJson(value)}.`,
            related: [before.event],
            nodes: [node],
          } satisfies Violation
        },
      }
    },
  }
}
