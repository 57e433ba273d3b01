/**
 * Which commands each node has applied, and what the author of each had applied before: read out
 * of what nodes `deliver`. A command is an object with an `id` that no other one has.
 */
import { jsonFields } from '../../json.ts'
import type { EventId, Json, NodeId, OperationId, TraceEvent } from '../../trace/event.ts'

/** A command that a node took from a client. */
export interface AppliedCommand {
  readonly id: string
  readonly fields: { readonly [name: string]: Json }
  /** The event in which its node took it. */
  readonly event: EventId
  /** The ids of what its node had applied by then. */
  readonly saw: ReadonlySet<string>
}

export class CommandsApplied {
  readonly #asked = new Map<OperationId, Json>()
  readonly #commands = new Map<string, AppliedCommand>()
  readonly #applied = new Map<NodeId, Set<string>>()

  /** What a node has applied since it started last, in order. */
  by(node: NodeId): readonly AppliedCommand[] {
    return [...this.#ownOf(node)].flatMap((id) => this.#commands.get(id) ?? [])
  }

  /** Takes one more event into account. */
  look(event: TraceEvent): void {
    switch (event.kind) {
      case 'invoke':
        this.#asked.set(event.operation, JSON.parse(event.body) as Json)
        return
      case 'request': {
        const fields = jsonFields(this.#asked.get(event.operation) ?? null) ?? {}
        const { id } = fields
        if (typeof id !== 'string' || this.#commands.has(id)) return
        const saw = new Set(this.#ownOf(event.node))
        this.#commands.set(id, { id, fields, event: event.id, saw })
        return
      }
      case 'apply': {
        const id = jsonFields(JSON.parse(event.value) as Json)?.id
        if (typeof id === 'string') this.#applied.set(event.node, this.#ownOf(event.node).add(id))
        return
      }
      case 'crash':
        this.#applied.delete(event.node)
        return
      default:
    }
  }

  #ownOf(node: NodeId): Set<string> {
    return this.#applied.get(node) ?? new Set<string>()
  }
}
