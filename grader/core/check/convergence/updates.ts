/** Which updates each node has applied, and what identifies an update. */

import { jsonFields } from '../../json.ts'
import type { Json, NodeId } from '../../trace/event.ts'
import { messageId } from '../broadcast/broadcast-steps.ts'
import { commandText } from '../key-value-command.ts'

/** What the application above a node keeps when the node crashes. */
export type ApplicationMemory =
  /** Nothing: it starts anew, and what it had applied may be applied again. */
  | 'volatile'
  /** All of it: what was applied stays applied. */
  | 'durable'

/**
 * What identifies an update, in the body of a request and in an applied value alike: its
 * field `id`, that of its `command` (as in an entry of a log), or all of it; a command of a
 * key-value store in words.
 */
export function updateId(value: Json): string {
  const { id, command } = jsonFields(value) ?? {}
  const update = id === undefined && command !== undefined ? command : value
  return commandText(update) ?? messageId(update)
}

/** The sets of updates of all nodes, and by how many updates any two of them differ. */
export class UpdateSets {
  readonly #sets = new Map<NodeId, Set<string>>()
  readonly #differences = new Map<string, number>()

  constructor(nodes: readonly NodeId[]) {
    for (const node of nodes) this.#sets.set(node, new Set())
  }

  add(node: NodeId, update: string): void {
    const own = this.#sets.get(node)
    if (own === undefined || own.has(update)) return
    own.add(update)
    for (const [other, set] of this.#sets) {
      if (other === node) continue
      this.#setDifference(node, other, this.#difference(node, other) + (set.has(update) ? -1 : 1))
    }
  }

  clear(node: NodeId): void {
    this.#sets.get(node)?.clear()
    for (const [other, set] of this.#sets) this.#setDifference(node, other, set.size)
  }

  areEqual(a: NodeId, b: NodeId): boolean {
    return this.#difference(a, b) === 0
  }

  sizeOf(node: NodeId): number {
    return this.#sets.get(node)?.size ?? 0
  }

  #difference(a: NodeId, b: NodeId): number {
    return this.#differences.get(keyOf(a, b)) ?? 0
  }

  #setDifference(a: NodeId, b: NodeId, difference: number): void {
    this.#differences.set(keyOf(a, b), difference)
  }
}

function keyOf(a: NodeId, b: NodeId): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}
