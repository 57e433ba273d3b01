/**
 * Availability as a promise, for each side of a cut: who must answer, who must refuse, and how
 * soon. Nodes that were asked are judged by what they reply, since a client may be cut off too.
 */

import type { ClientId, EventId, Json, Micros, NodeId, TraceEvent } from '../../trace/event.ts'
import { seconds } from '../../trace/time-text.ts'
import type { Claim, Violation } from '../claim.ts'
import { printCommand } from '../command-words.ts'
import { Reach } from './reach.ts'

export interface SideBounds {
  /** Requests count that come so long after the last change of who reaches whom. */
  readonly graceMicros: Micros
  /** How soon each must be answered or refused. */
  readonly withinMicros: Micros
}

interface Asked {
  readonly invoke: EventId
  readonly at: Micros
  readonly node: NodeId
  readonly client: ClientId
  readonly body: string
  /** The first that the node replied. */
  outcome: 'ok' | 'fail' | undefined
}

/** Requests that nodes have taken, until each is due. */
class Requests {
  readonly #withinMicros: Micros
  readonly #invoked = new Map<number, { readonly event: EventId; readonly body: string }>()
  /** In order of their times, so that the first is due first. */
  readonly #open = new Map<number, Asked>()

  constructor(withinMicros: Micros) {
    this.#withinMicros = withinMicros
  }

  /** The requests whose time was over before this event. */
  due(event: TraceEvent): readonly Asked[] {
    const due: Asked[] = []
    for (const [operation, asked] of this.#open) {
      if (!isLate(event, asked.at + this.#withinMicros)) break
      this.#open.delete(operation)
      due.push(asked)
    }
    return due
  }

  look(event: TraceEvent): void {
    switch (event.kind) {
      case 'invoke':
        this.#invoked.set(event.operation, { event: event.id, body: event.body })
        return
      case 'request': {
        const { operation, node, client, at } = event
        const invoked = this.#invoked.get(operation)
        if (invoked === undefined || this.#open.has(operation)) return
        const { event: invoke, body } = invoked
        this.#open.set(operation, { invoke, at, node, client, body, outcome: undefined })
        return
      }
      case 'reply': {
        const asked = this.#open.get(event.operation)
        if (asked?.node === event.node) asked.outcome ??= event.outcome
        return
      }
      case 'crash':
        // Nobody can hold a node to what it was asked before.
        for (const [operation, { node }] of this.#open) {
          if (node === event.node) this.#open.delete(operation)
        }
        return
      default:
    }
  }
}

function isLate(event: TraceEvent, dueAt: Micros): boolean {
  const isOver = event.kind === 'end' && (event.reason === 'horizon' || event.reason === 'idle')
  return event.at > dueAt || (isOver && event.at >= dueAt)
}

/** Whether a request that is due was owed something else; `reach` is as it was when it was due. */
type Owed = (asked: Asked, reach: Reach) => string | undefined

function sideClaim(
  words: Pick<Claim, 'id' | 'sentence' | 'source' | 'ask'>,
  withinMicros: Micros,
  owed: Owed,
): Claim {
  return {
    ...words,
    monitor({ nodes }) {
      const reach = new Reach(nodes)
      const requests = new Requests(withinMicros)
      return {
        onEvent(event) {
          for (const asked of requests.due(event)) {
            const what = owed(asked, reach)
            if (what === undefined) continue
            const wish = printCommand(JSON.parse(asked.body) as Json)
            return {
              event: event.id,
              message: `${asked.client} asked ${asked.node} for ${wish}; ${what} within ${seconds(withinMicros)} s.`,
              related: [asked.invoke],
              nodes: [asked.node, asked.client],
            } satisfies Violation
          }
          requests.look(event)
          reach.look(event)
          return undefined
        },
      }
    },
  }
}

const TWO_SIDES = 'Gilbert & Lynch 2002, section 2.2 and 3.2'

/** A majority can go on without contradicting anybody, because there is no other. */
export function majorityAnswers({ graceMicros, withinMicros }: SideBounds): Claim {
  return sideClaim(
    {
      id: 'majority-answers',
      sentence: `A node that reaches a majority answers each request within ${seconds(withinMicros)} s.`,
      source: `${TWO_SIDES}; Attiya, Bar-Noy & Dolev 1995 (any minority may be silent)`,
      ask: 'Whom was this node still waiting for, and could it do without?',
    },
    withinMicros,
    ({ node, at, outcome }, reach) => {
      if (outcome === 'ok' || reach.withMajoritySince(node) > at - graceMicros) return undefined
      const did = outcome === 'fail' ? 'it refused' : 'it said nothing'
      return `it could reach a majority all the time, and ${did}`
    },
  )
}

/** "Refuse" is an answer that a client can act on; silence is none. */
export function minorityRefuses({ graceMicros, withinMicros }: SideBounds): Claim {
  return sideClaim(
    {
      id: 'minority-refuses',
      sentence: `A node that can reach no majority refuses each request within ${seconds(withinMicros)} s.`,
      source: `${TWO_SIDES}; Brewer 2012, CAP twelve years later (the partition decision)`,
      ask: 'When does this node find out that nobody will help it, and what does it do then?',
    },
    withinMicros,
    ({ node, at, outcome }, reach) => {
      const since = reach.withoutMajoritySince(node)
      const isWorking = reach.workingSince(node) <= at - graceMicros
      if (outcome !== undefined || !isWorking || since > at - graceMicros) return undefined
      return 'it could reach no majority, and neither answered nor refused'
    },
  )
}

/** "Every request received by a non-failing node in the system must result in a response." */
export function answersOnEverySide(withinMicros: Micros): Claim {
  return sideClaim(
    {
      id: 'answers-on-every-side',
      sentence: `Every running node answers each request within ${seconds(withinMicros)} s, whatever it can reach.`,
      source: 'Gilbert & Lynch 2002, section 2.2 (availability)',
      ask: 'What was this node waiting for, and did the answer depend on it?',
    },
    withinMicros,
    ({ node, at, outcome }, reach) => {
      if (outcome === 'ok' || reach.workingSince(node) > at) return undefined
      return outcome === 'fail' ? 'it refused' : 'it was up, and gave no answer'
    },
  )
}
