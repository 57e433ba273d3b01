/** Every replica serves its clients by itself: at once, from what it has, cut off or not. */
import { jsonFields, printJson, sameJson } from '../../json.ts'
import type { EventId, Json, NodeId, OperationId } from '../../trace/event.ts'
import type { Claim } from '../claim.ts'
import { printCommand } from '../command-words.ts'
import { isInsideCall } from './inside-call.ts'

interface Asked {
  readonly node: NodeId
  readonly operation: OperationId
  readonly event: EventId
  isServed: boolean
}

/**
 * "The replicas never wait for each other": an update returns when its own replica has it
 * (Shapiro et al. 2011, section 2.1), so each is available on every side of any cut.
 */
export const answersAtOnce: Claim = {
  id: 'answers-at-once',
  sentence: 'A node carries out each request as soon as it gets it, whomever it can reach.',
  source: 'Shapiro et al. 2011, Conflict-free Replicated Data Types, section 2',
  ask: 'What does the node wait for, and will that ever come while it is cut off?',
  monitor() {
    const commands = new Map<OperationId, Json>()
    let asked: Asked | undefined
    return {
      onEvent(event, view) {
        if (event.kind === 'invoke') commands.set(event.operation, JSON.parse(event.body) as Json)
        if (event.kind === 'reply' && event.operation === asked?.operation) {
          asked.isServed = event.outcome === 'ok'
        }
        if (isInsideCall(event)) return undefined
        const before = asked
        asked = undefined
        if (event.kind === 'request') {
          const { node, operation, id } = event
          asked = { node, operation, event: id, isServed: false }
        }
        // A crash in the middle of the handler excuses it.
        if (before === undefined || before.isServed || !view.node(before.node).isUp) {
          return undefined
        }
        const words = printCommand(commands.get(before.operation) ?? null)
        return {
          event: before.event,
          message: `${before.node} was asked for ${words} and did not carry it out in that moment.`,
          related: [],
          nodes: [before.node],
        }
      },
    }
  },
}

/** The answer to `read` is what the node shows: `value` of its state, without the order of lists. */
export const readsWhatItShows: Claim = {
  id: 'reads-what-it-shows',
  sentence: 'The answer to a read is the value of the node’s state.',
  source: 'Shapiro et al. 2011, INRIA RR-7506, section 2 (query)',
  ask: 'Which state was the answer made from?',
  monitor() {
    const reads = new Set<OperationId>()
    return {
      kinds: ['invoke', 'reply'],
      onEvent(event, view) {
        if (event.kind === 'invoke') {
          if (jsonFields(JSON.parse(event.body) as Json)?.op === 'read') reads.add(event.operation)
          return undefined
        }
        if (event.kind !== 'reply' || event.outcome !== 'ok' || !reads.has(event.operation)) {
          return undefined
        }
        const shown = view.node(event.node).fields.get('shown') ?? null
        const answer = JSON.parse(event.body) as Json
        if (sameJson(inOrder(answer), inOrder(shown))) return undefined
        return {
          event: event.id,
          message: `${event.node} answered ${printJson(answer)}, and shows ${printJson(shown)}.`,
          related: [],
          nodes: [event.node],
        }
      },
    }
  },
}

function inOrder(value: Json): Json {
  return Array.isArray(value) ? [...value].sort(byText) : value
}

function byText(a: Json, b: Json): number {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)]
  return left < right ? -1 : Number(left > right)
}
