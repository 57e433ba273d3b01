/** What acceptors choose among them, whether or not anybody learns of it. */

import { canonicalText, printJson, sameJson } from '../../json.ts'
import type { EventId, Json, NodeId, TraceEvent } from '../../trace/event.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim, Violation } from '../claim.ts'
import {
  type Accepted,
  acceptedBy,
  decisionIn,
  PAXOS_FIELDS,
  type PaxosFields,
  sameProposal,
} from './paxos-view.ts'

/** A proposal and the acceptors that accepted it. */
interface Votes extends Accepted {
  /** Acceptors by the event at which they showed it. */
  readonly by: Map<NodeId, EventId>
  /** Those of them that sent something since: a crash cannot take it back any more. */
  readonly settled: Set<NodeId>
}

/** Counts acceptances. What a crash took before the acceptor sent anything never was. */
class Acceptances {
  readonly #fields: PaxosFields
  readonly #votes = new Map<string, Votes>()
  readonly #open = new Map<NodeId, Votes[]>()
  readonly #shown = new Map<NodeId, Accepted>()

  constructor(fields: PaxosFields) {
    this.#fields = fields
  }

  /** The votes that this event added to: shown ones, or ones that are settled by it. */
  look(event: TraceEvent, view: WorldView): readonly Votes[] {
    switch (event.kind) {
      case 'observe':
        return this.#show(event.node, event.id, view)
      case 'send':
      case 'reply':
      case 'apply': {
        const open = this.#open.get(event.node) ?? []
        for (const votes of open) votes.settled.add(event.node)
        this.#open.delete(event.node)
        return open
      }
      case 'crash':
        for (const votes of this.#open.get(event.node) ?? []) votes.by.delete(event.node)
        this.#open.delete(event.node)
        this.#shown.delete(event.node)
        return []
      default:
        return []
    }
  }

  /** All proposals that were accepted so far. */
  all(): IterableIterator<Votes> {
    return this.#votes.values()
  }

  #show(node: NodeId, event: EventId, view: WorldView): readonly Votes[] {
    const accepted = acceptedBy(view.node(node), this.#fields)
    if (accepted === undefined) return []
    const before = this.#shown.get(node)
    if (before !== undefined && sameProposal(before, accepted)) return []
    this.#shown.set(node, accepted)
    const key = `${canonicalText(accepted.ballot)} ${canonicalText(accepted.value)}`
    const votes = this.#votes.get(key) ?? { ...accepted, by: new Map(), settled: new Set() }
    this.#votes.set(key, votes)
    if (votes.by.has(node)) return []
    votes.by.set(node, event)
    this.#open.set(node, [...(this.#open.get(node) ?? []), votes])
    return [votes]
  }
}

/** "We require that different proposals have different numbers." */
export function oneValuePerBallot(fields: PaxosFields = PAXOS_FIELDS): Claim {
  return {
    id: 'one-value-per-ballot',
    sentence: 'In one ballot, acceptors accept one value.',
    source: 'Lamport 2001, Paxos Made Simple, section 2.2 and section 2.5 (numbers of proposals)',
    ask: 'How does a proposer make sure that nobody else uses its ballot?',
    monitor() {
      const acceptances = new Acceptances(fields)
      const first = new Map<string, { readonly votes: Votes; readonly node: NodeId }>()
      return {
        kinds: ['observe', 'send', 'reply', 'apply', 'crash'],
        onEvent(event, view) {
          const [votes] = acceptances.look(event, view)
          if (votes === undefined || event.kind !== 'observe') return undefined
          const key = canonicalText(votes.ballot)
          const known = first.get(key)
          if (known === undefined) first.set(key, { votes, node: event.node })
          if (known === undefined || sameJson(known.votes.value, votes.value)) return undefined
          const earlier = known.votes.by.get(known.node)
          return {
            event: event.id,
            message:
              `In ballot ${printJson(votes.ballot)}, ${known.node} accepted ` +
              `${printJson(known.votes.value)} and ${event.node} accepted ${printJson(votes.value)}.`,
            related: earlier === undefined ? [] : [earlier],
            nodes: [...new Set([known.node, event.node])],
          } satisfies Violation
        },
      }
    },
  }
}

/** "Only a single value is chosen": chosen is what a majority accepted in one ballot. */
export function oneValueChosen(fields: PaxosFields = PAXOS_FIELDS): Claim {
  return {
    id: 'one-value-chosen',
    sentence: 'Acceptors choose at most one value, even if nobody has learned it yet.',
    source: 'Lamport 2001, Paxos Made Simple, sections 2.1 and 2.2 (P2)',
    ask: 'Which acceptor is in both majorities, and what did it tell the second proposer?',
    monitor({ nodes }) {
      const acceptances = new Acceptances(fields)
      let chosen: Votes | undefined
      return {
        kinds: ['observe', 'send', 'reply', 'apply', 'crash'],
        onEvent(event, view) {
          for (const votes of acceptances.look(event, view)) {
            if (votes.settled.size * 2 <= nodes.length) continue
            chosen ??= votes
            if (sameJson(chosen.value, votes.value)) continue
            return {
              event: event.id,
              message: `${describe(chosen)}, and ${describe(votes)}.`,
              related: [lastOf(chosen), lastOf(votes)].sort((a, b) => a - b),
              nodes: nodes.filter((node) => votes.settled.has(node)),
            } satisfies Violation
          }
          return undefined
        },
      }
    },
  }
}

function describe({ ballot, value, settled }: Votes): string {
  const acceptors = [...settled].join(', ')
  return `${acceptors} chose ${printJson(value)} in ballot ${printJson(ballot)}`
}

function lastOf({ by }: Votes): EventId {
  return Math.max(...by.values())
}

/** "A process never learns that a value has been chosen unless it actually has been." */
export function decidesOnlyChosen(fields: PaxosFields = PAXOS_FIELDS): Claim {
  return {
    id: 'decides-only-chosen',
    sentence: 'A node decides a value only after a majority has accepted it in one ballot.',
    source: 'Lamport 2001, Paxos Made Simple, section 2.1',
    ask: 'How many acceptors had accepted this value in one and the same ballot?',
    monitor({ nodes }) {
      const acceptances = new Acceptances(fields)
      return {
        kinds: ['observe', 'send', 'reply', 'apply', 'crash'],
        onEvent(event, view) {
          acceptances.look(event, view)
          const value = decisionIn(event, fields)
          if (value === undefined || !('node' in event)) return undefined
          const most = mostVotes(acceptances, value)
          if (most * 2 > nodes.length) return undefined
          return {
            event: event.id,
            message:
              `${event.node} decided ${printJson(value)}, which at most ${most} of ${nodes.length} ` +
              `acceptors had accepted in one ballot.`,
            related: [],
            nodes: [event.node],
          } satisfies Violation
        },
      }
    },
  }
}

function mostVotes(acceptances: Acceptances, value: Json): number {
  let most = 0
  for (const votes of acceptances.all()) {
    if (sameJson(votes.value, value)) most = Math.max(most, votes.by.size)
  }
  return most
}
