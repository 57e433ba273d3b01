/** What a Raft node promises by its messages, and must have on disk before. */

import { jsonFields } from '../../json.ts'
import { durablePromises } from '../agreement/durable-promises.ts'
import type { Claim } from '../claim.ts'
import type { RaftLogFields } from './raft-log-view.ts'
import { LogFollower } from './raft-logs.ts'

/**
 * "Persistent state on all servers (updated on stable storage before responding to RPCs)"
 * (Raft, Figure 2). Votes, candidacies (a vote for oneself) and acknowledged entries
 * promise something; a refusal does not. Dropping what a snapshot replaced is no change.
 */
export function promisesAreDurable(fields?: RaftLogFields): Claim {
  return durablePromises({
    id: 'promises-are-durable',
    sentence: 'A vote or an acknowledgement leaves a node only after what it promises is on disk.',
    source: 'Raft, Figure 2 (persistent state) and section 5.1',
    durable: ['currentTerm', 'votedFor'],
    alsoChanged() {
      const logs = new LogFollower(fields)
      return (event, view) => {
        const change = logs.look(event, view)
        const isOther = change?.before !== undefined && change.before.log !== change.after.log
        return isOther ? 'log' : undefined
      }
    },
    promise(message, _from, to) {
      const { type, voteGranted, success } = jsonFields(message) ?? {}
      if (type === 'RequestVote') return 'its vote for itself'
      if (type === 'RequestVoteReply' && voteGranted === true) return `its vote for ${to}`
      if (type === 'AppendEntriesReply' && success === true) return `an acknowledgement to ${to}`
      if (type === 'InstallSnapshotReply') return `word to ${to} that it has the snapshot`
      return undefined
    },
  })
}
