/** Leader Append-Only: a leader never takes an entry of its log back. */
import type { Claim } from '../claim.ts'
import { mayBeEqual, prefixAt } from './log-tree.ts'
import type { RaftLogFields } from './raft-log-view.ts'
import { LogFollower } from './raft-logs.ts'

/**
 * Leader Append-Only (Raft, Figure 3 and section 5.3). It covers the handler in which a
 * node becomes leader: no vote and no timer gives a reason to drop entries.
 */
export function leaderAppendOnly(fields?: RaftLogFields): Claim {
  return {
    id: 'leader-append-only',
    sentence: 'A leader only appends to its log; it never overwrites or deletes an entry.',
    source: 'Raft, Figure 3 (Leader Append-Only) and section 5.3',
    ask: 'Whose log gives way when two logs disagree?',
    monitor() {
      const logs = new LogFollower(fields)
      return {
        kinds: ['observe', 'crash'],
        onEvent(event, view) {
          const change = logs.look(event, view)
          if (change?.before === undefined) return undefined
          const { before, after } = change
          if (after.state?.role !== 'leader' || after.log === before.log) return undefined
          const kept = prefixAt(after.log, before.log.index)
          const isLonger = after.log.index >= before.log.index
          if (isLonger && (kept === undefined || mayBeEqual(kept, before.log))) return undefined
          const verb = isLonger ? 'changed' : 'shortened'
          return {
            event: event.id,
            message:
              `${after.node}, the leader of term ${after.state.term}, ${verb} its log: it held ` +
              `${entries(before.log.index)} and now holds ${entries(after.log.index)}${isLonger ? ', not all of them the same' : ''}.`,
            related: [before.event],
            nodes: [after.node],
          }
        },
      }
    },
  }
}

function entries(count: number): string {
  return count === 1 ? 'one entry' : `${count} entries`
}
