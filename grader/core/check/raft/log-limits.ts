/** How long a log may get: what is applied goes into a snapshot, and a full log takes no more. */
import type { Claim } from '../claim.ts'
import { changes } from './log-changes.ts'
import { type LogPrefix, prefixAt } from './log-tree.ts'
import type { RaftLogFields } from './raft-log-view.ts'

export interface LogLimit {
  /** How many entries the scenario allows: its setting `logEntriesMax`. */
  readonly entriesMax: number
  readonly fields?: RaftLogFields
}

/** "Raft's log grows during normal operation … it cannot grow without bound" (section 7). */
export function compactsInTime({ entriesMax, fields }: LogLimit): Claim {
  return {
    id: 'compacts-in-time',
    sentence: `After each handler a log holds at most ${entriesMax} entries that are applied.`,
    source: 'Raft, section 7; dissertation, section 5.1',
    ask: 'Which nodes can drop an entry, and what do they need to know before they may?',
    monitor: () =>
      changes(fields, ({ after: { node, snapshotIndex, lastApplied } }) => {
        const kept = lastApplied - snapshotIndex
        if (kept <= entriesMax) return undefined
        const from =
          snapshotIndex === 0 ? 'has no snapshot' : `has a snapshot up to ${snapshotIndex}`
        return (
          `${node} has applied up to index ${lastApplied} and ${from}: its log still holds ` +
          `${kept} applied entries, and ${entriesMax} are allowed.`
        )
      }),
  }
}

/**
 * A leader that cannot commit must not go on taking commands. It may always take one of its
 * own term: without it, entries of older terms are never committed (section 5.4.2).
 */
export function refusesWhenFull({ entriesMax, fields }: LogLimit): Claim {
  return {
    id: 'refuses-when-full',
    sentence: `A leader takes no further command while ${entriesMax} entries wait to be committed.`,
    source: 'the limit of the lab; Raft, section 5.4.2 for the one entry that may always come',
    ask: 'Nothing commits and the requests go on: what does the leader do with the next one?',
    monitor: () =>
      changes(fields, ({ before, after: { node, log, commitIndex, state } }) => {
        if (state?.role !== 'leader' || before === undefined || log.index <= before.log.index) {
          return undefined
        }
        const waiting = log.index - commitIndex
        if (waiting <= entriesMax || !isNotFirstOf(log, state.term)) return undefined
        return (
          `${node}, the leader of term ${state.term}, took a command although ${waiting - 1} ` +
          `entries were waiting to be committed; ${entriesMax} are allowed.`
        )
      }),
  }
}

/** True when the last two entries are of this term, so that the last is not its first. */
function isNotFirstOf(log: LogPrefix, term: number): boolean {
  return log.term === term && prefixAt(log, log.index - 1)?.term === term
}
