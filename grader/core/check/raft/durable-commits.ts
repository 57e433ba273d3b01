/** A copy counts only once it is on disk, the leader's own included. */
import type { NodeId, TraceEvent } from '../../trace/event.ts'
import type { Claim } from '../claim.ts'
import { printEntry } from './log-matching.ts'
import { type LogPrefix, mayHold, prefixAt } from './log-tree.ts'
import type { RaftLogFields } from './raft-log-view.ts'
import { type LogChange, LogFollower } from './raft-logs.ts'
import { majorityOf } from './raft-view.ts'

/**
 * A leader may send entries before its own disk has them, but not count itself (Ongaro's
 * dissertation, section 10.2.1). How a node lays out its disk is its own business: a log
 * counts as kept once something was written after it was shown, and synced. The cluster
 * must be fixed.
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
      return {
        kinds: ['observe', 'crash', 'write', 'sync'],
        onEvent(event, view) {
          const change = logs.look(event, view)
          disks.look(event, change)
          const committed = change === undefined ? undefined : newlyCommitted(change)
          if (change === undefined || committed === undefined) return undefined
          const { node } = change.after
          const kept = nodes.filter((other) => disks.keeps(other, committed))
          if (kept.length >= majorityOf(nodes)) return undefined
          const who = kept.length === 0 ? 'nobody had' : `only ${kept.join(', ')} had`
          return {
            event: event.id,
            message:
              `${node} took ${printEntry(committed)} at index ${committed.index} for committed, ` +
              `which ${who} on disk; a majority is ${majorityOf(nodes)}.`,
            related: [],
            nodes: [node],
          }
        },
      }
    },
  }
}

/** What a leader takes for committed at this look and did not before. */
function newlyCommitted({ before, after }: LogChange): LogPrefix | undefined {
  if (before === undefined || after.state?.role !== 'leader') return undefined
  if (after.commitIndex <= before.commitIndex) return undefined
  const committed = prefixAt(after.log, Math.min(after.commitIndex, after.log.index))
  return committed === undefined || committed.index <= before.commitIndex ? undefined : committed
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
