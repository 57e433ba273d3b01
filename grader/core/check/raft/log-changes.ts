/** The monitor of a claim that each look at a node's log can break by itself. */
import type { Monitor } from '../claim.ts'
import type { RaftLogFields } from './raft-log-view.ts'
import { type LogChange, LogFollower } from './raft-logs.ts'

/** Judges each look at a node; the look before is what the sentence compares with. */
export function changes(
  fields: RaftLogFields | undefined,
  judge: (change: LogChange) => string | undefined,
): Monitor {
  const logs = new LogFollower(fields)
  return {
    kinds: ['observe', 'crash'],
    onEvent(event, view) {
      const change = logs.look(event, view)
      const message = change === undefined ? undefined : judge(change)
      if (change === undefined || message === undefined) return undefined
      const { before, after } = change
      const related = before === undefined ? [] : [before.event]
      return { event: event.id, message, related, nodes: [after.node] }
    },
  }
}
