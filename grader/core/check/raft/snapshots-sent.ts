/** What snapshots may cost: how often a leader sends one, and how big it is. */

import { jsonFields } from '../../json.ts'
import type { EventId, Micros, NodeId, TraceEvent } from '../../trace/event.ts'
import { millis } from '../../trace/time-text.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim } from '../claim.ts'

interface SentSnapshot {
  readonly event: EventId
  readonly at: Micros
}

interface Held {
  readonly index: number
  readonly event: EventId
}

/**
 * A snapshot is as big as the whole state, so it is sent only where entries cannot do: not
 * to a follower that has told this leader that it is as far, and not again before the
 * follower had time to answer.
 */
export function snapshotsSentSparingly(everyMicros: Micros): Claim {
  return {
    id: 'snapshots-sent-sparingly',
    sentence: `A leader sends a follower a snapshot only if it may need it, and not twice within ${millis(everyMicros)}.`,
    source: 'Raft, section 7 (sent “if the leader has already discarded the next log entry”)',
    ask: 'How does the leader know whether its last snapshot is still under way, lost or installed?',
    monitor() {
      const followers = new Followers()
      return {
        kinds: ['receive', 'send', 'crash'],
        onEvent(event, view) {
          if (event.kind === 'crash') followers.forget(event.node)
          if (event.kind === 'receive') followers.hear(event, view)
          if (event.kind !== 'send') return undefined
          const offer = offerIn(event, view)
          if (offer === undefined) return undefined
          const { node, to, id, at } = event
          const held = followers.heldBy(node, to, offer.term)
          if (held !== undefined && held.index >= offer.index) {
            const message = `${node} sends ${to} a snapshot up to index ${offer.index}, although ${to} had told it that it holds everything up to index ${held.index}.`
            return { event: id, message, related: [held.event], nodes: [node, to] }
          }
          const before = followers.sent(node, to, offer.term, { event: id, at })
          if (before === undefined || at - before.at >= everyMicros) return undefined
          const message = `${node} sends ${to} a snapshot again after ${millis(at - before.at)}, before an answer to the last one can be missed.`
          return { event: id, message, related: [before.event], nodes: [node, to] }
        },
      }
    },
  }
}

/** What each leader has sent and heard, by leader, follower and term. */
class Followers {
  readonly #sent = new Map<string, SentSnapshot>()
  readonly #held = new Map<string, Held>()

  /** A restarted leader knows nothing of what it sent, so it may begin anew. */
  forget(leader: NodeId): void {
    for (const key of this.#sent.keys()) {
      if (key.startsWith(`${leader} `)) this.#sent.delete(key)
    }
  }

  hear(event: TraceEvent & { readonly kind: 'receive' }, view: WorldView): void {
    const { type, term, success, matchIndex, lastIncludedIndex } =
      jsonFields(view.content(event.message)) ?? {}
    const isSuccess = type === 'AppendEntriesReply' && success === true
    const index = isSuccess ? matchIndex : lastIncludedIndex
    if (typeof index !== 'number' || typeof term !== 'number') return
    if (!isSuccess && type !== 'InstallSnapshotReply') return
    const key = keyOf(event.node, event.from, term)
    if ((this.#held.get(key)?.index ?? -1) < index) this.#held.set(key, { index, event: event.id })
  }

  heldBy(leader: NodeId, follower: NodeId, term: number): Held | undefined {
    return this.#held.get(keyOf(leader, follower, term))
  }

  /** Notes that a snapshot was sent; returns the one before it. */
  sent(
    leader: NodeId,
    follower: NodeId,
    term: number,
    snapshot: SentSnapshot,
  ): SentSnapshot | undefined {
    const key = keyOf(leader, follower, term)
    const before = this.#sent.get(key)
    this.#sent.set(key, snapshot)
    return before
  }
}

function keyOf(leader: NodeId, follower: NodeId, term: number): string {
  return `${leader} ${follower} ${term}`
}

function offerIn(event: TraceEvent & { readonly kind: 'send' }, view: WorldView) {
  const { type, term, lastIncludedIndex } = jsonFields(view.content(event.message)) ?? {}
  if (type !== 'InstallSnapshot' || typeof term !== 'number') return undefined
  return typeof lastIncludedIndex === 'number' ? { term, index: lastIncludedIndex } : undefined
}

/**
 * A snapshot holds the state, not how it came about: its size does not grow with the number
 * of commands. How big the state of a scenario can get is for its author to say.
 */
export function snapshotsStaySmall(bytesMax: number): Claim {
  return {
    id: 'snapshots-stay-small',
    sentence: `A snapshot is no longer than ${bytesMax} bytes, however many commands led to it.`,
    source: 'Raft, section 7 (“the entire current system state”)',
    ask: 'Which parts of what you keep would a node that starts from the snapshot never ask for?',
    monitor: () => ({
      kinds: ['send'],
      onEvent(event, view) {
        if (event.kind !== 'send' || offerIn(event, view) === undefined) return undefined
        const { node, to, id, body } = event
        if (body.length <= bytesMax) return undefined
        const message = `${node} sends ${to} an InstallSnapshot of ${body.length} bytes; ${bytesMax} are allowed.`
        return { event: id, message, related: [], nodes: [node, to] }
      },
    }),
  }
}
