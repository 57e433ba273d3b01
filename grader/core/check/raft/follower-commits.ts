/** Followers learn from leaders what is committed; they do not find it out themselves. */
import type { NodeId } from '../../trace/event.ts'
import type { Claim } from '../claim.ts'
import { printEntry } from './log-matching.ts'
import { type LogPrefix, prefixAt } from './log-tree.ts'
import type { RaftLogFields } from './raft-log-view.ts'
import { LogFollower } from './raft-logs.ts'

/**
 * "If leaderCommit > commitIndex, set commitIndex = min(leaderCommit, index of last new
 * entry)" (Raft, Figure 2): what a follower takes for committed, some leader took for
 * committed before, as part of the same log. That two nodes agree does not say so much:
 * a follower may guess, and be wrong only later.
 */
export function commitComesFromLeader(fields?: RaftLogFields): Claim {
  return {
    id: 'commit-comes-from-leader',
    sentence: 'A follower takes an entry for committed only after a leader did.',
    source: 'Raft, section 5.3 and Figure 2 (AppendEntries RPC, rule 5)',
    ask: 'What did the leader say is committed, and which entries did it show to be the same?',
    monitor() {
      const logs = new LogFollower(fields)
      /** Every log that a leader took for committed, and each part of it. */
      const committed = new Set<LogPrefix>()
      /** The last term that each node led: late answers may still complete a count of then. */
      const led = new Map<NodeId, number>()
      return {
        kinds: ['observe', 'crash'],
        onEvent(event, view) {
          const change = logs.look(event, view)
          if (change === undefined) return undefined
          const { before, after } = change
          const { node, log, commitIndex, state } = after
          if (state?.role === 'leader') led.set(node, state.term)
          if (commitIndex <= (before?.commitIndex ?? 0)) return undefined
          const prefix = prefixAt(log, Math.min(commitIndex, log.index))
          if (prefix === undefined || !prefix.isWhole || committed.has(prefix)) return undefined
          if (led.has(node) && led.get(node) === state?.term) {
            for (let part: LogPrefix | undefined = prefix; part && !committed.has(part); ) {
              committed.add(part)
              part = part.parent
            }
            return undefined
          }
          return {
            event: event.id,
            message:
              `${node}, no leader, takes ${printEntry(prefix)} at index ${prefix.index} for ` +
              'committed, which no leader has done yet.',
            related: before === undefined ? [] : [before.event],
            nodes: [node],
          }
        },
      }
    },
  }
}
