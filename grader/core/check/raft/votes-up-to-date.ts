/** The election restriction: votes go to candidates whose log is up to date. */

import { jsonFields } from '../../json.ts'
import type { EventId, Json, NodeId, TraceEvent } from '../../trace/event.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim } from '../claim.ts'
import type { RaftLogFields } from './raft-log-view.ts'
import { LogFollower } from './raft-logs.ts'
import { sentMessage } from './raft-view.ts'

interface LogEnd {
  readonly index: number
  readonly term: number
}

interface Asked {
  readonly event: EventId
  readonly candidate: NodeId
  readonly end: LogEnd
}

/**
 * "If the logs have last entries with different terms, then the log with the later term is
 * more up-to-date. If the logs end with the same term, then whichever log is longer is more
 * up-to-date" (Raft, section 5.4.1). The voter's log is the one that it shows when it
 * votes: answering a candidate does not change it.
 */
export function votesForUpToDateLogs(fields?: RaftLogFields): Claim {
  return {
    id: 'votes-for-up-to-date-logs',
    sentence: 'A node votes only for candidates whose log is at least as up to date as its own.',
    source: 'Raft, section 5.4.1 and Figure 2 (RequestVote RPC, rule 2)',
    ask: 'Which of the two logs ends in the later term, and which is longer?',
    monitor() {
      const logs = new LogFollower(fields)
      let asked: Asked | undefined
      return {
        kinds: ['observe', 'crash', 'receive', 'send'],
        onEvent(event, view) {
          logs.look(event, view)
          asked = requestIn(event, view) ?? asked
          if (asked === undefined || event.cause !== asked.event) return undefined
          const reply = sentMessage(event, view)
          if (reply?.type !== 'RequestVoteReply' || !reply.voteGranted) return undefined
          const own = logs.shownBy(reply.from, view)?.log
          if (own === undefined || isUpToDate(asked.end, own)) return undefined
          return {
            event: event.id,
            message:
              `${reply.from}, whose log ends ${describe(own)}, voted for ${asked.candidate}, ` +
              `whose log ends ${describe(asked.end)}.`,
            related: [asked.event],
            nodes: [...new Set([reply.from, asked.candidate])],
          }
        },
      }
    },
  }
}

/** The end of the candidate's log as its request tells it. */
function requestIn(event: TraceEvent, view: WorldView): Asked | undefined {
  if (event.kind !== 'receive') return undefined
  const fields: { readonly [name: string]: Json } | undefined = jsonFields(
    view.content(event.message),
  )
  if (fields?.type !== 'RequestVote') return undefined
  const { lastLogIndex, lastLogTerm } = fields
  if (typeof lastLogIndex !== 'number' || typeof lastLogTerm !== 'number') return undefined
  const end = { index: lastLogIndex, term: lastLogTerm }
  return { event: event.id, candidate: event.from, end }
}

function isUpToDate(candidate: LogEnd, voter: LogEnd): boolean {
  if (candidate.term !== voter.term) return candidate.term > voter.term
  return candidate.index >= voter.index
}

function describe({ index, term }: LogEnd): string {
  return index === 0 ? 'before its first entry' : `at index ${index} in term ${term}`
}
