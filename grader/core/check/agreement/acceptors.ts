/** Claims about Paxos acceptors: what they promise, they keep. */

import { jsonFields, printJson } from '../../json.ts'
import type { EventId, NodeId, TraceEvent } from '../../trace/event.ts'
import type { NodeView, WorldView } from '../../trace/world-view.ts'
import type { Claim } from '../claim.ts'
import { durablePromises } from './durable-promises.ts'
import {
  type Accepted,
  acceptedBy,
  type Ballot,
  compareBallots,
  laterBallot,
  PAXOS_FIELDS,
  type PaxosFields,
  promisedBy,
} from './paxos-view.ts'

/** What an acceptor is bound by. */
interface Bound {
  /** The highest ballot that it promised or accepted: below it, it accepts nothing. */
  readonly ballot: Ballot
  readonly accepted: Accepted | undefined
  readonly event: EventId
}

interface Look {
  readonly before: Bound | undefined
  readonly after: Bound
  readonly isRestart: boolean
}

/** Keeps what each acceptor is bound by; over a crash, only what it had let others know. */
class Bounds {
  readonly #fields: PaxosFields
  readonly #bounds = new Map<NodeId, Bound>()
  readonly #told = new Map<NodeId, Bound>()
  readonly #crashed = new Set<NodeId>()

  constructor(fields: PaxosFields) {
    this.#fields = fields
  }

  /**
   * Returns the acceptor's bounds before and after this event, when it shows its fields;
   * `isRestart` at its first look after a crash.
   */
  look(event: TraceEvent, view: WorldView): Look | undefined {
    if (event.kind === 'send') {
      const bound = this.#bounds.get(event.node)
      if (bound !== undefined) this.#told.set(event.node, bound)
    }
    if (event.kind === 'crash') {
      this.#crashed.add(event.node)
      const told = this.#told.get(event.node)
      if (told === undefined) this.#bounds.delete(event.node)
      else this.#bounds.set(event.node, told)
    }
    if (event.kind !== 'observe') return undefined
    const before = this.#bounds.get(event.node)
    const after = this.#boundOf(view.node(event.node), event.id)
    const isSame =
      before !== undefined &&
      compareBallots(before.ballot, after.ballot) === 0 &&
      compareBallots(before.accepted?.ballot ?? null, after.accepted?.ballot ?? null) === 0
    if (!isSame) this.#bounds.set(event.node, after)
    return { before, after, isRestart: this.#crashed.delete(event.node) }
  }

  #boundOf(node: NodeView, event: EventId): Bound {
    const accepted = acceptedBy(node, this.#fields)
    const ballot = laterBallot(promisedBy(node, this.#fields), accepted?.ballot ?? null)
    return { ballot, accepted, event }
  }
}

/** "An acceptor must remember this information even if it fails and then restarts." */
export function promisesAreKept(fields: PaxosFields = PAXOS_FIELDS): Claim {
  return {
    id: 'promises-are-kept',
    sentence: 'An acceptor never goes back behind a ballot that it promised or accepted.',
    source: 'Lamport 2001, Paxos Made Simple, section 2.2 (P1a and what to remember)',
    ask: 'What does the acceptor know when it starts again, and what had it promised before?',
    monitor() {
      const bounds = new Bounds(fields)
      return {
        kinds: ['observe', 'crash', 'send'],
        onEvent(event, view) {
          const look = bounds.look(event, view)
          if (look?.before === undefined || event.kind !== 'observe') return undefined
          const { before, after } = look
          const message = broken(event.node, before, after)
          if (message === undefined) return undefined
          return { event: event.id, message, related: [before.event], nodes: [event.node] }
        },
      }
    },
  }
}

function broken(node: NodeId, before: Bound, after: Bound): string | undefined {
  if (compareBallots(after.ballot, before.ballot) < 0) {
    return (
      `${node} was bound by ballot ${printJson(before.ballot)} and now ` +
      `${after.ballot === null ? 'by none' : `by ballot ${printJson(after.ballot)}`}.`
    )
  }
  const ballot = before.accepted?.ballot ?? null
  if (compareBallots(after.accepted?.ballot ?? null, ballot) >= 0) return undefined
  return `${node} had accepted a value in ballot ${printJson(ballot)} and forgot it.`
}

/**
 * "An acceptor can accept a proposal numbered n iff it has not responded to a prepare
 * request having a number greater than n" (P1a). Having accepted binds it as well: a value
 * accepted in ballot n must not give way to one of a lower ballot.
 */
export function acceptsOnlyWhatItMay(fields: PaxosFields = PAXOS_FIELDS): Claim {
  return {
    id: 'accepts-only-what-it-may',
    sentence: 'An acceptor accepts nothing in a ballot below one that it promised or accepted.',
    source: 'Lamport 2001, Paxos Made Simple, section 2.2 (P1a)',
    ask: 'What had this acceptor told another proposer before, and what follows from that?',
    monitor() {
      const bounds = new Bounds(fields)
      return {
        kinds: ['observe', 'crash', 'send'],
        onEvent(event, view) {
          const look = bounds.look(event, view)
          const accepted = look?.after.accepted
          if (look?.before === undefined || look.isRestart || accepted === undefined)
            return undefined
          const { before, after } = look
          const isNew = compareBallots(accepted.ballot, before.accepted?.ballot ?? null) !== 0
          if (event.kind !== 'observe' || !isNew) return undefined
          if (compareBallots(accepted.ballot, before.ballot) >= 0) return undefined
          return {
            event: after.event,
            message:
              `${event.node} accepted ${printJson(accepted.value)} in ballot ${printJson(accepted.ballot)} ` +
              `although it was bound by ballot ${printJson(before.ballot)}.`,
            related: [before.event],
            nodes: [event.node],
          }
        },
      }
    },
  }
}

/** The messages by which an acceptor binds itself. */
export interface PaxosPromises {
  /** By default `Promise`; one with `ok: false` promises nothing. */
  readonly promise?: string
  /** By default `Accepted`; one with `ok: false` promises nothing. */
  readonly accepted?: string
}

/** What the acceptor answers is on disk before the answer leaves (section 2.5). */
export function acceptorPromisesAreDurable(
  { promise = 'Promise', accepted = 'Accepted' }: PaxosPromises = {},
  fields: PaxosFields = PAXOS_FIELDS,
): Claim {
  return durablePromises({
    id: 'acceptor-promises-are-durable',
    sentence: 'A promise or an acceptance leaves an acceptor only after it is on disk.',
    source: 'Lamport 2001, Paxos Made Simple, section 2.5',
    durable: [fields.promised, fields.accepted],
    promise(message, _from, to) {
      const { type, ok } = jsonFields(message) ?? {}
      if (ok === false) return undefined
      if (type === promise) return `its promise to ${to}`
      return type === accepted ? `its acceptance to ${to}` : undefined
    },
  })
}
