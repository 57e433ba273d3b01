/**
 * Reads out of a trace what was typed into a shared text: which character each request brought
 * or took away, what stood on both sides of it then, and which of these each node has applied.
 *
 * Commands are `{ id, op: 'insert', index, char }` and `{ id, op: 'remove', index }`, or with a
 * whole `text`, and with a `count`. A node `deliver`s the id of each that it applies, and shows its
 * text in a watched field. An index beyond the end means the end. No two characters of a workload
 * are equal, so that a character says which request it came from.
 */
import { jsonFields } from '../../json.ts'
import type { ClientId, EventId, Json, NodeId, OperationId, TraceEvent } from '../../trace/event.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { ApplicationMemory } from '../convergence/updates.ts'

/** Characters that some client asked for, most often one. */
export interface Typed {
  readonly kind: 'insert'
  readonly id: string
  readonly chars: string
  readonly client: ClientId
  readonly node: NodeId
  /** The event in which the node took the request. */
  readonly event: EventId
  /** What its node showed then, and where in it the character was to stand. */
  readonly before: string
  readonly index: number
  /** The ids that the node had applied by then. */
  readonly known: ReadonlySet<string>
}

/** Characters that some client took away. */
export interface Erased {
  readonly kind: 'remove'
  readonly id: string
  /** What stood there; the empty string where the text was empty. */
  readonly chars: string
  readonly client: ClientId
  readonly node: NodeId
  readonly event: EventId
  readonly before: string
  readonly index: number
}

export type Edit = Typed | Erased

export class TextReader {
  /** Every edit that a node took a request for, by its id, in the order of the requests. */
  readonly edits = new Map<string, Edit>()
  readonly #field: string
  readonly #asked = new Map<OperationId, Json>()
  readonly #applied = new Map<NodeId, Set<string>>()

  readonly #memory: ApplicationMemory

  /** @param field the watched field with the text */
  constructor(field: string, memory: ApplicationMemory = 'volatile') {
    this.#field = field
    this.#memory = memory
  }

  /** Takes an event into account; the edit when it is a request for one that is new. */
  look(event: TraceEvent, view: WorldView): Edit | undefined {
    if (event.kind === 'invoke') {
      this.#asked.set(event.operation, JSON.parse(event.body) as Json)
    } else if (event.kind === 'crash') {
      if (this.#memory === 'volatile') this.#applied.delete(event.node)
    } else if (event.kind === 'apply') {
      const value = JSON.parse(event.value) as Json
      const id = jsonFields(value)?.id ?? value
      if (typeof id !== 'string') return undefined
      this.#applied.set(event.node, this.#ownOf(event.node).add(id))
    } else if (event.kind === 'request') {
      const edit = this.#editOf(event, view)
      if (edit === undefined || this.edits.has(edit.id)) return undefined
      this.edits.set(edit.id, edit)
      return edit
    }
    return undefined
  }

  /** The ids of what a node has applied since it started last. */
  appliedBy(node: NodeId): ReadonlySet<string> {
    return this.#ownOf(node)
  }

  /** What a node shows; undefined for anything that is no text. */
  shownBy(node: NodeId, view: WorldView): string | undefined {
    const shown = view.node(node).fields.get(this.#field)
    return typeof shown === 'string' ? shown : undefined
  }

  #ownOf(node: NodeId): Set<string> {
    return this.#applied.get(node) ?? new Set<string>()
  }

  #editOf(
    { id: event, node, client, operation }: TraceEvent & { readonly kind: 'request' },
    view: WorldView,
  ): Edit | undefined {
    const command = jsonFields(this.#asked.get(operation) ?? null) ?? {}
    const { id, op, index: wanted, char, text: chars = char, count = 1 } = command
    const before = this.shownBy(node, view)
    if (typeof id !== 'string' || typeof wanted !== 'number' || before === undefined) {
      return undefined
    }
    const place = { id, client, node, event, before }
    if (op === 'insert' && typeof chars === 'string') {
      const index = Math.max(0, Math.min(wanted, before.length))
      const known = new Set(this.#ownOf(node))
      return { kind: 'insert', ...place, chars, index, known }
    }
    if (op !== 'remove' || typeof count !== 'number') return undefined
    const index = Math.max(0, Math.min(wanted, before.length - 1))
    return { kind: 'remove', ...place, chars: before.slice(index, index + count), index }
  }
}

/** The text that an edit makes of the one that its author saw. */
export function textAfter({ kind, before, index, chars }: Edit): string {
  const rest = before.slice(kind === 'insert' ? index : index + chars.length)
  return before.slice(0, index) + (kind === 'insert' ? chars : '') + rest
}
