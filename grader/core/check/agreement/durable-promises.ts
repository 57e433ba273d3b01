/** Persisted ⊇ promised: what a node promises is durable before the promise leaves it. */

import { sameJson } from '../../json.ts'
import type { EventId, Json, NodeId, TraceEvent } from '../../trace/event.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim } from '../claim.ts'

export interface PromiseOptions {
  readonly id: string
  readonly sentence: string
  readonly source: string
  /** The watched fields that must survive a crash. */
  readonly durable: readonly string[]
  /**
   * For one run: what else must survive and changed at this event, by name. Asked whenever a
   * node shows its fields or crashes.
   */
  readonly alsoChanged?: () => (event: TraceEvent, view: WorldView) => string | undefined
  /** What a message promises, in a few words: `its vote for n2`; undefined for no promise. */
  readonly promise: (message: Json, from: NodeId, to: NodeId) => string | undefined
}

/** How far a change of durable fields has come. */
interface Change {
  readonly event: EventId
  readonly fields: readonly string[]
  isWritten: boolean
}

/**
 * How a node lays out its disk is its own business, so only the order of effects is
 * judged: a node that changes a durable field, shows it, and sends a promise must have
 * written something in between and synced it. Whether it wrote the right thing comes out
 * when it crashes, by the claims that look across crashes.
 */
export function durablePromises(options: PromiseOptions): Claim {
  return {
    id: options.id,
    sentence: options.sentence,
    source: options.source,
    ask: 'If the power failed right after this message, what would the node still know?',
    monitor() {
      const disks = new Disks(options)
      return {
        kinds: ['observe', 'write', 'sync', 'crash', 'send'],
        onEvent(event, view) {
          disks.look(event, view)
          if (event.kind !== 'send') return undefined
          const pending = disks.pending(event.node)
          if (pending === undefined) return undefined
          const promise = options.promise(view.content(event.message), event.node, event.to)
          if (promise === undefined) return undefined
          const names = pending.fields.join(' and ')
          const state = pending.isWritten ? 'written but not synced' : 'not written'
          return {
            event: event.id,
            message: `${event.node} sends ${promise} while its change of ${names} is ${state}.`,
            related: [pending.event],
            nodes: [...new Set([event.node, event.to])],
          }
        },
      }
    },
  }
}

/** What each node changed and has not made durable yet. */
class Disks {
  readonly #durable: readonly string[]
  readonly #alsoChanged: ReturnType<NonNullable<PromiseOptions['alsoChanged']>> | undefined
  readonly #shown = new Map<NodeId, Map<string, Json>>()
  readonly #pending = new Map<NodeId, Change>()

  constructor({ durable, alsoChanged }: PromiseOptions) {
    this.#durable = durable
    this.#alsoChanged = alsoChanged?.()
  }

  pending(node: NodeId): Change | undefined {
    return this.#pending.get(node)
  }

  look(event: TraceEvent, view: WorldView): void {
    switch (event.kind) {
      case 'observe':
        return this.#observe(event, view)
      case 'write': {
        const pending = this.#pending.get(event.node)
        if (pending !== undefined) pending.isWritten = true
        return
      }
      case 'sync':
        if (this.#pending.get(event.node)?.isWritten) this.#pending.delete(event.node)
        return
      case 'crash':
        this.#alsoChanged?.(event, view)
        this.#pending.delete(event.node)
        this.#shown.delete(event.node)
        return
      default:
    }
  }

  /** The first look after a start shows what was on disk. */
  #observe(event: TraceEvent & { readonly kind: 'observe' }, view: WorldView): void {
    const { node, id } = event
    const other = this.#alsoChanged?.(event, view)
    const { fields } = view.node(node)
    const known = this.#shown.get(node)
    const shown = known ?? new Map<string, Json>()
    this.#shown.set(node, shown)
    const changed = other === undefined ? [] : [other]
    for (const name of this.#durable) {
      const value = fields.get(name)
      const before = shown.get(name)
      if (value === undefined || before === value) continue
      if (before === undefined || !sameJson(before, value)) changed.push(name)
      shown.set(name, value)
    }
    if (known === undefined || changed.length === 0) return
    const before = this.#pending.get(node)?.fields ?? []
    const names = [...new Set([...before, ...changed])]
    this.#pending.set(node, { event: id, fields: names, isWritten: false })
  }
}
