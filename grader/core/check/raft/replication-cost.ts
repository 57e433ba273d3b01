/** What replication may cost: messages while idle, entries sent again, rounds to find a place. */

import { jsonFields } from '../../json.ts'
import type { EventId, Json, Micros, NodeId, TraceEvent } from '../../trace/event.ts'
import { seconds } from '../../trace/time-text.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim, Violation } from '../claim.ts'
import { type LogPrefix, prefixAt } from './log-tree.ts'
import type { RaftLogFields } from './raft-log-view.ts'
import { LogFollower } from './raft-logs.ts'
import { raftState, receivedMessage } from './raft-view.ts'

const SECOND_MICROS = 1_000_000

interface SentEntries {
  readonly from: NodeId
  readonly to: NodeId
  readonly term: number
  readonly prevLogIndex: number
  readonly count: number
}

/** The AppendEntries that this event sends, if it is one. */
function entriesIn(event: TraceEvent, view: WorldView): SentEntries | undefined {
  if (event.kind !== 'send') return undefined
  const fields: { readonly [name: string]: Json } = jsonFields(view.content(event.message)) ?? {}
  const { type, term, prevLogIndex, entries } = fields
  if (type !== 'AppendEntries' || typeof term !== 'number') return undefined
  return {
    from: event.node,
    to: event.to,
    term,
    prevLogIndex: typeof prevLogIndex === 'number' ? prevLogIndex : 0,
    count: Array.isArray(entries) ? entries.length : 0,
  }
}

export interface TrafficBounds {
  /** For heartbeats. */
  readonly perSecondMax: number
  /** For each command that the leader is asked for, and for each refusal of that follower. */
  readonly perReasonMax: number
}

/** What a leader has sent to one follower in one term. */
interface Traffic {
  readonly term: number
  readonly since: Micros
  readonly first: EventId
  count: number
  reasons: number
}

/**
 * Heartbeats keep followers quiet; more of them than patience needs only load the network,
 * and an answer that causes the next message never comes to an end. Counted for each follower
 * and term; a second is granted in advance, so that a few at once are no offence.
 */
export function trafficInBounds({ perSecondMax, perReasonMax }: TrafficBounds): Claim {
  return {
    id: 'traffic-in-bounds',
    sentence: `A leader sends each follower at most ${perSecondMax} messages a second, and ${perReasonMax} more for each command or refusal.`,
    source: 'Raft, section 5.2 (periodic heartbeats) and section 5.6 (broadcast time)',
    ask: 'What makes the leader send the next message, when there is nothing new to say?',
    monitor() {
      const links = new Map<string, Traffic>()
      return {
        kinds: ['send', 'receive', 'request'],
        onEvent(event, view) {
          for (const link of reasonFor(event, view)) {
            const traffic = links.get(link)
            if (traffic !== undefined) traffic.reasons++
          }
          const sent = entriesIn(event, view)
          if (sent === undefined) return undefined
          const { from, to, term } = sent
          const traffic = links.get(`${from} ${to}`)
          const isNew = traffic === undefined || traffic.term !== term
          const now = isNew
            ? { since: event.at, first: event.id, term, count: 0, reasons: 1 }
            : traffic
          links.set(`${from} ${to}`, now)
          now.count++
          const elapsed = event.at - now.since + SECOND_MICROS
          const allowed = (perSecondMax * elapsed) / SECOND_MICROS + perReasonMax * now.reasons
          if (now.count <= allowed) return undefined
          const span = `${seconds(event.at - now.since)} s`
          return {
            event: event.id,
            message: `${from} has sent ${now.count} AppendEntries of term ${term} to ${to} in ${span}, with ${now.reasons - 1} commands and refusals to cause them.`,
            related: [now.first],
            nodes: [from, to],
          }
        },
      }
    },
  }
}

/** The links on which this event is a reason to send something more. */
function reasonFor(event: TraceEvent, view: WorldView): readonly string[] {
  if (event.kind === 'request') return view.nodeIds.map((to) => `${event.node} ${to}`)
  const reply = receivedMessage(event, view)
  if (reply?.type !== 'AppendEntriesReply' || event.kind !== 'receive') return []
  const isRefusal = jsonFields(view.content(event.message))?.success !== true
  return isRefusal ? [`${reply.to} ${reply.from}`] : []
}

/**
 * An entry travels to a follower once, and again only if it may have been lost. For runs in
 * which nothing is lost and answers come before the next heartbeat but one.
 */
export function entriesSentSeldom(timesMax: number): Claim {
  return {
    id: 'entries-sent-seldom',
    sentence: `A leader sends an entry to a follower that answers at most ${timesMax} times.`,
    source: 'Raft, section 5.3 and Figure 2 (nextIndex)',
    ask: 'How does the leader know which entries a follower already has?',
    monitor() {
      const times = new Map<string, number[]>()
      return {
        kinds: ['send'],
        onEvent(event, view) {
          const sent = entriesIn(event, view)
          if (sent === undefined || sent.count === 0) return undefined
          const { from, to, term, prevLogIndex } = sent
          const key = `${from} ${to} ${term}`
          const counts = times.get(key) ?? []
          times.set(key, counts)
          for (let index = prevLogIndex + 1; index <= prevLogIndex + sent.count; index++) {
            const count = (counts[index] ?? 0) + 1
            counts[index] = count
            if (count <= timesMax) continue
            return {
              event: event.id,
              message: `${from} sends the entry at index ${index} to ${to} for the ${ordinal(count)} time.`,
              related: [],
              nodes: [from, to],
            } satisfies Violation
          }
          return undefined
        },
      }
    },
  }
}

function ordinal(count: number): string {
  const isTeen = count % 100 >= 11 && count % 100 <= 13
  const ending = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th')
  return `${count}${ending}`
}

/** Which AppendEntries an answer answers, by the events that caused each other. */
class Rounds {
  /** The event that sent it, by the event in which it came, and by the one that sent the answer. */
  readonly #asked = new Map<EventId, EventId>()

  follow(event: TraceEvent, view: WorldView): void {
    if (event.kind === 'receive' && receivedMessage(event, view)?.type === 'AppendEntries') {
      this.#asked.set(event.id, event.cause)
    }
    if (event.kind !== 'send' || event.cause === undefined) return
    const asked = this.#asked.get(event.cause)
    if (asked !== undefined) this.#asked.set(event.id, asked)
  }

  /** The event that asked for this answer; undefined when it was not sent at once. */
  askedBy({ cause }: TraceEvent & { readonly kind: 'receive' }): EventId | undefined {
    return this.#asked.get(cause)
  }
}

interface Search {
  count: number
  readonly first: EventId
  /** The last refusal that counted. */
  latest: EventId
}

/**
 * "One AppendEntries RPC will be required for each term with conflicting entries, rather
 * than one RPC per entry" (Raft, section 5.3). Refusals count that reach a node while it
 * leads; an acceptance ends the search. Those of questions that were under way when the
 * refusal before them came count once with it: the leader could not have asked better.
 */
export function findsPlaceWithin(refusalsMax: number): Claim {
  return {
    id: 'finds-place-soon',
    sentence: `A leader finds where a follower’s log differs after at most ${refusalsMax} refusals.`,
    source: 'Raft, section 5.3 (the optimization: one round for each conflicting term)',
    ask: 'What could a refusal tell the leader besides “not here”?',
    monitor() {
      const refusals = new Map<string, Search>()
      const rounds = new Rounds()
      return {
        kinds: ['send', 'receive'],
        onEvent(event, view) {
          rounds.follow(event, view)
          const reply = receivedMessage(event, view)
          if (reply?.type !== 'AppendEntriesReply' || event.kind !== 'receive') return undefined
          const leader = raftState(view.node(reply.to))
          if (leader?.role !== 'leader' || leader.term !== reply.term) return undefined
          const key = `${reply.to} ${reply.from} ${reply.term}`
          if (jsonFields(view.content(event.message))?.success === true) {
            refusals.delete(key)
            return undefined
          }
          const search = refusals.get(key) ?? { count: 0, first: event.id, latest: -1 }
          refusals.set(key, search)
          if ((rounds.askedBy(event) ?? event.id) <= search.latest) return undefined
          search.latest = event.id
          if (++search.count <= refusalsMax) return undefined
          return {
            event: event.id,
            message: `${reply.from} has refused ${reply.to}, the leader of term ${reply.term}, ${search.count} times in a row.`,
            related: [search.first],
            nodes: [reply.to, reply.from],
          }
        },
      }
    },
  }
}

interface CatchUp {
  /** Up to here both logs were equal when the leader first wrote; see `settled`. */
  readonly settled: number
  again: number
}

/**
 * Going far back in one step is quick, and then sends everything anew: what a follower held
 * when the leader began stays off the network, but for the term in which the logs part.
 */
export function resendsFew(entriesMax: number, fields?: RaftLogFields): Claim {
  return {
    id: 'resends-few',
    sentence: `A leader sends a follower again at most ${entriesMax} entries that both have had all along.`,
    source: 'Raft, section 5.3 (the optimization bypasses one term at a time)',
    ask: 'How far back did the leader go, and which of these entries were already the same?',
    monitor() {
      const logs = new LogFollower(fields)
      const catchUps = new Map<string, CatchUp>()
      return {
        kinds: ['observe', 'crash', 'send'],
        onEvent(event, view) {
          logs.look(event, view)
          const sent = entriesIn(event, view)
          if (sent === undefined) return undefined
          const { from, to, term, prevLogIndex, count } = sent
          const key = `${from} ${to} ${term}`
          const own = logs.shownBy(from, view)?.log
          const known = catchUps.get(key)
          const catchUp = known ?? { settled: settled(own, logs.shownBy(to, view)?.log), again: 0 }
          catchUps.set(key, catchUp)
          catchUp.again += Math.max(
            0,
            Math.min(prevLogIndex + count, catchUp.settled) - prevLogIndex,
          )
          if (catchUp.again <= entriesMax) return undefined
          return {
            event: event.id,
            message: `${from}, the leader of term ${term}, has sent ${to} ${catchUp.again} entries that both had when it began to lead.`,
            related: [],
            nodes: [from, to],
          }
        },
      }
    },
  }
}

/**
 * The index up to which the leader and the follower have the same entries, without those of
 * the term in which they part: a follower that names where a term begins cannot tell how much
 * of it is the same. 0 when a log is not shown.
 */
function settled(leader: LogPrefix | undefined, follower: LogPrefix | undefined): number {
  if (leader === undefined || follower === undefined) return 0
  const length = Math.min(leader.index, follower.index)
  let [left, right] = [prefixAt(leader, length), prefixAt(follower, length)]
  while (left !== undefined && right !== undefined && left !== right) {
    left = left.parent
    right = right.parent
  }
  const next = prefixAt(follower, (right?.index ?? 0) + 1)
  while (right !== undefined && right.term === next?.term) right = right.parent
  return right?.index ?? 0
}
