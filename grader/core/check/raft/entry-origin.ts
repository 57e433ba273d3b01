/** Where entries come from: the leader of their term makes them, everybody else copies. */

import { canonicalText } from '../../json.ts'
import type { Claim, Violation } from '../claim.ts'
import { printEntry } from './log-matching.ts'
import type { LogPrefix } from './log-tree.ts'
import type { RaftLogFields } from './raft-log-view.ts'
import { LogFollower, type ShownLog } from './raft-logs.ts'

/**
 * "Log entries only flow in one direction, from leaders to followers" (Raft, section 5.4),
 * and a leader stamps its own term on what it takes (section 5.3). So an entry that nobody
 * ever held at its index is new, and only the leader of its term may show it first. Entries
 * behind a snapshot whose contents are not known are left out.
 */
export function entriesComeFromLeaders(fields?: RaftLogFields): Claim {
  return {
    id: 'entries-come-from-leaders',
    sentence: 'A new entry is made by the leader of its term; all others copy what it sent.',
    source: 'Raft, sections 5.3 and 5.4 (entries flow from the leader only)',
    ask: 'Who held this entry at this index before, and where did the node get it from?',
    monitor() {
      const logs = new LogFollower(fields)
      const known = new Set<string>()
      return {
        kinds: ['observe', 'crash'],
        onEvent(event, view) {
          const change = logs.look(event, view)
          if (change === undefined) return undefined
          const { after, added } = change
          for (const prefix of added) {
            const key = `${prefix.index} ${prefix.term} ${canonicalText(prefix.command ?? null)}`
            if (known.has(key)) continue
            known.add(key)
            if (!prefix.isWhole || isMaker(after, prefix)) continue
            return {
              event: event.id,
              message: describe(after, prefix),
              related: [],
              nodes: [after.node],
            } satisfies Violation
          }
          return undefined
        },
      }
    },
  }
}

function isMaker({ state }: ShownLog, entry: LogPrefix): boolean {
  return state === undefined || (state.role === 'leader' && state.term === entry.term)
}

function describe({ node, state }: ShownLog, entry: LogPrefix): string {
  const what = `${node} has ${printEntry(entry)} at index ${entry.index}, which nobody held before`
  if (state === undefined) return `${what}.`
  const role = state.role === 'leader' ? 'leads' : `is a ${state.role} in`
  return `${what}, and ${node} ${role} term ${state.term}.`
}
