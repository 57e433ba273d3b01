/** Claims about the numbers of a log: how far it is committed, applied and kept. */
import type { Claim } from '../claim.ts'
import { changes } from './log-changes.ts'
import type { RaftLogFields } from './raft-log-view.ts'
import { LogFollower } from './raft-logs.ts'

/**
 * A log can be read at all: claims about a log that no one can read would hold whatever
 * happens. To be the first claim of every check that speaks of logs.
 */
export function wellFormedLog(fields?: RaftLogFields): Claim {
  return {
    id: 'well-formed-log',
    sentence: 'Each node shows its log as entries with a term, and its indexes as whole numbers.',
    source: 'the fields of the lab, after Raft, Figure 2 (State)',
    ask: 'What does the node hold in this field, and who put it there?',
    monitor() {
      const logs = new LogFollower(fields)
      return {
        kinds: ['observe', 'crash'],
        onEvent(event, view) {
          const problem = logs.problem(event, view)
          if (problem === undefined || event.kind !== 'observe') return undefined
          return { event: event.id, message: `${problem}.`, related: [], nodes: [event.node] }
        },
      }
    },
  }
}

/** "(initialized to 0, increases monotonically)" (Raft, Figure 2, volatile state). */
export function commitIndexGrows(fields?: RaftLogFields): Claim {
  return {
    id: 'commit-index-grows',
    sentence: 'The commit index of a node never goes back while the node runs.',
    source: 'Raft, Figure 2 (volatile state on all servers)',
    ask: 'Could what a node knows to be committed become uncommitted?',
    monitor: () =>
      changes(fields, ({ before, after }) =>
        goesBack(after.node, 'commitIndex', before?.commitIndex ?? 0, after.commitIndex),
      ),
  }
}

/** "(initialized to 0, increases monotonically)" (Raft, Figure 2, volatile state). */
export function lastAppliedGrows(fields?: RaftLogFields): Claim {
  return {
    id: 'last-applied-grows',
    sentence: 'The number of entries that a node has applied never goes back while it runs.',
    source: 'Raft, Figure 2 (volatile state on all servers)',
    ask: 'Can a state machine take back a command?',
    monitor: () =>
      changes(fields, ({ before, after }) =>
        goesBack(after.node, 'lastApplied', before?.lastApplied ?? 0, after.lastApplied),
      ),
  }
}

function goesBack(node: string, name: string, before: number, after: number): string | undefined {
  return after >= before ? undefined : `${node} took its ${name} back from ${before} to ${after}.`
}

/** Snapshot ≤ applied ≤ committed ≤ end of the log (Raft, Figure 2, and section 7). */
export function indexesInOrder(fields?: RaftLogFields): Claim {
  return {
    id: 'indexes-in-order',
    sentence: 'A snapshot covers only what is applied, which is committed, which is in the log.',
    source: 'Raft, Figure 2 (commitIndex, lastApplied) and section 7',
    ask: 'Which of these numbers may be ahead of which, and what would it mean if it were?',
    monitor: () =>
      changes(fields, ({ after }) => {
        const { node, snapshotIndex, lastApplied, commitIndex, log } = after
        if (commitIndex > log.index) {
          return `${node} has commitIndex ${commitIndex}, but its log ends at index ${log.index}.`
        }
        if (lastApplied > commitIndex) {
          return `${node} has applied up to index ${lastApplied}, but its commitIndex is ${commitIndex}.`
        }
        if (snapshotIndex > Math.max(lastApplied, commitIndex)) {
          return `${node} has a snapshot up to index ${snapshotIndex}, but its commitIndex is ${commitIndex}.`
        }
        return undefined
      }),
  }
}
