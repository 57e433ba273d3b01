/** Log Matching: index and term identify a log up to that entry. */

import type { EventId, NodeId } from '../../trace/event.ts'
import type { Claim, Violation } from '../claim.ts'
import { printCommand } from '../command-words.ts'
import { firstDifference, type LogPrefix, mayBeEqual } from './log-tree.ts'
import type { RaftLogFields } from './raft-log-view.ts'
import { LogFollower } from './raft-logs.ts'

interface Holder {
  readonly prefix: LogPrefix
  readonly node: NodeId
  readonly event: EventId
  /** Nodes that show it and have sent nothing since; undefined once it is known for good. */
  unsaid: Set<NodeId> | undefined
}

/**
 * Who first held an entry of this index and term. What nodes showed and then lost in a
 * crash, before they had sent anything, counts as never held: the write had not happened.
 */
class Holders {
  readonly #holders = new Map<string, Holder>()
  /** What each node showed since it last sent something. */
  readonly #unsaid = new Map<NodeId, Holder[]>()

  /** Returns whoever holds another log with an entry of the same index and term. */
  add(prefix: LogPrefix, node: NodeId, event: EventId): Holder | undefined {
    const key = keyOf(prefix)
    const known = this.#holders.get(key)
    if (known !== undefined && !mayBeEqual(known.prefix, prefix)) return known
    const holder = known ?? { prefix, node, event, unsaid: new Set<NodeId>() }
    if (known === undefined) this.#holders.set(key, holder)
    if (holder.unsaid === undefined) return undefined
    holder.unsaid.add(node)
    const unsaid = this.#unsaid.get(node)
    if (unsaid === undefined) this.#unsaid.set(node, [holder])
    else unsaid.push(holder)
    return undefined
  }

  /** The node let others know of what it holds. */
  spoke(node: NodeId): void {
    const unsaid = this.#unsaid.get(node)
    if (unsaid === undefined) return
    for (const holder of unsaid) holder.unsaid = undefined
    this.#unsaid.delete(node)
  }

  crashed(node: NodeId): void {
    for (const { prefix, unsaid } of this.#unsaid.get(node) ?? []) {
      if (unsaid?.delete(node) && unsaid.size === 0) this.#holders.delete(keyOf(prefix))
    }
    this.#unsaid.delete(node)
  }
}

function keyOf({ index, term }: LogPrefix): string {
  return `${index} ${term}`
}

/**
 * Log Matching (Raft, Figure 3 and section 5.3). Judged over all logs that were ever
 * shown, as in the proof: a leader makes one entry for an index in its term, so index and
 * term identify an entry and all before it for good.
 */
export function logMatching(fields?: RaftLogFields): Claim {
  return {
    id: 'log-matching',
    sentence: 'Logs with an entry of the same index and term are identical up to that entry.',
    source: 'Raft, Figure 3 (Log Matching) and section 5.3',
    ask: 'What must a follower find in its own log before it may put new entries behind it?',
    monitor() {
      const logs = new LogFollower(fields)
      const holders = new Holders()
      return {
        kinds: ['observe', 'crash', 'send'],
        onEvent(event, view) {
          const change = logs.look(event, view)
          if (event.kind === 'send') holders.spoke(event.node)
          if (event.kind === 'crash') holders.crashed(event.node)
          if (change === undefined) return undefined
          const { node } = change.after
          for (const prefix of change.added) {
            const other = holders.add(prefix, node, event.id)
            if (other === undefined) continue
            return {
              event: event.id,
              message: describe(node, prefix, other),
              related: [other.event],
              nodes: [...new Set([other.node, node])],
            } satisfies Violation
          }
          return undefined
        },
      }
    },
  }
}

function describe(node: NodeId, prefix: LogPrefix, other: Holder): string {
  const { index, term } = prefix
  const [theirs, own] = firstDifference(other.prefix, prefix)
  const where =
    own.index === index
      ? `${other.node}'s is ${printEntry(theirs)} and ${node}'s is ${printEntry(own)}`
      : `at index ${own.index} ${other.node} has ${printEntry(theirs)} and ${node} has ${printEntry(own)}`
  const both = `${other.node} and ${node}`
  const who = other.node === node ? `${node} had two logs` : `${both} have logs`
  return `${who} with an entry of term ${term} at index ${index}, but ${where}.`
}

/** An entry as sentences name it: `"a" of term 2`. */
export function printEntry({ command, term }: LogPrefix): string {
  return `${command === undefined ? 'a snapshot' : printCommand(command)} of term ${term}`
}
