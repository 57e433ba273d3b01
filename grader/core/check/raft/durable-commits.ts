/** A copy counts only once it is on disk, the leader's own included. */
import type { EventId, NodeId, TraceEvent } from '../../trace/event.ts'
import type { Claim, Violation } from '../claim.ts'
import { printEntry } from './log-matching.ts'
import { type LogPrefix, mayHold } from './log-tree.ts'
import type { RaftLogFields } from './raft-log-view.ts'
import { type LogChange, LogFollower, leaderCommit } from './raft-logs.ts'
import { majorityOf } from './raft-view.ts'

/** What a leader took for committed in a call that may still write to its disk. */
interface Commitment {
  readonly event: EventId
  readonly cause: EventId
  readonly node: NodeId
  readonly prefix: LogPrefix
}

/**
 * A leader may send entries before its own disk has them, but not count itself (Ongaro's
 * dissertation, section 10.2.1). How a node lays out its disk is its own business: a log
 * counts as kept once something was written after it was shown, and synced. A node shows its
 * fields before the effects of the call, so what counts is the disk at the end of it. The
 * cluster must be fixed.
 */
export function commitIsDurable(fields?: RaftLogFields): Claim {
  return {
    id: 'commit-is-durable',
    sentence: 'A leader takes an entry for committed only when a majority has it on disk.',
    source: 'Raft, Figure 2 (persistent state) and dissertation, section 10.2.1',
    ask: 'If all nodes lost power now, how many would still have the entry?',
    monitor({ nodes }) {
      const logs = new LogFollower(fields)
      const disks = new DurableLogs()
      let open: Commitment | undefined
      const judge = ({ event, node, prefix }: Commitment): Violation | undefined => {
        const kept = nodes.filter((other) => disks.keeps(other, prefix))
        if (kept.length >= majorityOf(nodes)) return undefined
        const who = kept.length === 0 ? 'nobody had' : `only ${kept.join(', ')} had`
        return {
          event,
          message:
            `${node} took ${printEntry(prefix)} at index ${prefix.index} for committed, ` +
            `which ${who} on disk; a majority is ${majorityOf(nodes)}.`,
          related: [],
          nodes: [node],
        }
      }
      return {
        kinds: ['observe', 'crash', 'write', 'sync', 'send', 'reply', 'end'],
        onEvent(event, view) {
          let violation: Violation | undefined
          if (open !== undefined && !belongsTo(event, open)) {
            // Whoever crashes in the call has told nobody.
            const isForgotten = event.kind === 'crash' && event.node === open.node
            violation = isForgotten ? undefined : judge(open)
            open = undefined
          }
          const change = logs.look(event, view)
          disks.look(event, change)
          const prefix = leaderCommit(change)?.committed
          if (event.kind === 'observe' && prefix !== undefined) {
            open = { event: event.id, cause: event.cause, node: event.node, prefix }
          }
          return violation
        },
      }
    },
  }
}

/** True for what the node does to its own disk in the call in which it committed. */
function belongsTo(event: TraceEvent, { cause, node }: Commitment): boolean {
  if (event.kind !== 'observe' && event.kind !== 'write' && event.kind !== 'sync') return false
  return event.cause === cause && event.node === node
}

interface DiskOfNode {
  /** What would be there after a crash. */
  kept: LogPrefix
  /** A newer log that is not there yet. */
  pending: { readonly log: LogPrefix; isWritten: boolean } | undefined
}

/** What each node has on disk, as far as the order of its effects tells. */
class DurableLogs {
  readonly #disks = new Map<NodeId, DiskOfNode>()

  look(event: TraceEvent, change: LogChange | undefined): void {
    switch (event.kind) {
      case 'observe':
        return this.#shows(event.node, change)
      case 'write': {
        const pending = this.#disks.get(event.node)?.pending
        if (pending !== undefined) pending.isWritten = true
        return
      }
      case 'sync': {
        const disk = this.#disks.get(event.node)
        if (disk?.pending?.isWritten !== true) return
        disk.kept = disk.pending.log
        disk.pending = undefined
        return
      }
      case 'crash': {
        const disk = this.#disks.get(event.node)
        if (disk !== undefined) disk.pending = undefined
        return
      }
      default:
    }
  }

  keeps(node: NodeId, prefix: LogPrefix): boolean {
    const disk = this.#disks.get(node)
    return disk !== undefined && mayHold(disk.kept, prefix)
  }

  /** The first look after a start shows what was on disk. */
  #shows(node: NodeId, change: LogChange | undefined): void {
    if (change === undefined) return
    const { before, after } = change
    const disk = this.#disks.get(node)
    if (disk === undefined || before === undefined) {
      this.#disks.set(node, { kept: after.log, pending: undefined })
    } else if (before.log !== after.log) {
      disk.pending = { log: after.log, isWritten: false }
    }
  }
}
