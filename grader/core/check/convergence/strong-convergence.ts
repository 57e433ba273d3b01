/** Strong convergence: replicas that applied the same updates are in the same state. */

import { canonicalText, printJson, sameJson } from '../../json.ts'
import type { EventId, Json, NodeId, TraceEvent } from '../../trace/event.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim } from '../claim.ts'
import { isInsideCall } from '../replicas/inside-call.ts'
import { type UpdateOptions, UpdatesKnown } from '../replicas/updates-known.ts'
import { type ApplicationMemory, UpdateSets, updateId } from './updates.ts'

/** How a trace tells which updates a node has. */
export type UpdatesSeen =
  /** It applies each of them (`deliver`), with what identifies it. */
  | {
      readonly kind: 'applied'
      readonly identify?: (value: Json) => string
      readonly memory?: ApplicationMemory
    }
  /** A watched field tells: a version vector, or a sorted list of ids. Equal values, equal sets. */
  | { readonly kind: 'field'; readonly field: string }
  /**
   * It takes updates from clients, and hears of others in messages; replicas are compared when
   * it is sure for both what they have.
   */
  | ({ readonly kind: 'heard' } & Pick<UpdateOptions, 'isUpdate' | 'isWhole'>)

export interface StrongConvergenceOptions {
  /** The watched field with what a reader sees; by default `value`. */
  readonly state?: string
  /** By default what is applied. */
  readonly seen?: UpdatesSeen
}

/**
 * "Correct replicas that have delivered the same updates have equivalent state" (Shapiro et
 * al. 2011, Strong Convergence). A handler shows its fields first and applies updates after
 * that, so a node is judged when its handler is over.
 */
export function strongConvergence(options: StrongConvergenceOptions = {}): Claim {
  const { state: field = 'value', seen = { kind: 'applied' } } = options
  return {
    id: 'strong-convergence',
    sentence: 'Replicas that have the same updates show the same state.',
    source: 'Shapiro et al. 2011, Conflict-free Replicated Data Types (Strong Convergence)',
    ask: 'In which order did each of the two get these updates, and why did it matter?',
    monitor({ nodes }) {
      const knowledge = knowledgeOf(nodes, seen)
      let touched: { readonly node: NodeId; readonly event: EventId } | undefined
      return {
        onEvent(event, view) {
          const done = touched
          if (knowledge.isTouching(event)) touched = { node: event.node, event: event.id }
          knowledge.look(event, view)
          if (done === undefined || isInsideCall(event)) return undefined
          touched = undefined
          const own = view.node(done.node).fields.get(field)
          const other = own === undefined ? undefined : rival(done.node, own, view)
          if (own === undefined || other === undefined) return undefined
          return {
            event: done.event,
            message:
              `${other.node} and ${done.node} have the same updates (${knowledge.describe(done.node, view)}), ` +
              `but ${other.node} shows ${printJson(other.state)} and ${done.node} shows ${printJson(own)}.`,
            related: [],
            nodes: [other.node, done.node],
          }
        },
      }

      function rival(node: NodeId, own: Json, view: WorldView) {
        for (const other of view.nodes()) {
          const state = other.fields.get(field)
          if (other.id === node || state === undefined) continue
          if (!knowledge.areEqual(node, other.id, view)) continue
          if (!sameJson(own, state)) return { node: other.id, state }
        }
        return undefined
      }
    },
  }
}

type Touching = TraceEvent & { readonly kind: 'observe' | 'apply' | 'receive' }

interface Knowledge {
  /** True for events after which a node is compared with the others. */
  readonly isTouching: (event: TraceEvent) => event is Touching
  readonly look: (event: TraceEvent, view: WorldView) => void
  readonly areEqual: (a: NodeId, b: NodeId, view: WorldView) => boolean
  readonly describe: (node: NodeId, view: WorldView) => string
}

function knowledgeOf(nodes: readonly NodeId[], seen: UpdatesSeen): Knowledge {
  switch (seen.kind) {
    case 'applied':
      return applied(nodes, seen)
    case 'field':
      return fieldKnowledge(seen.field)
    case 'heard':
      return heard(seen)
  }
}

function isShown(event: TraceEvent): event is Touching {
  return event.kind === 'observe' || event.kind === 'apply'
}

/** What a node hears may leave what it shows as it is, and that may be the mistake. */
function isShownOrHeard(event: TraceEvent): event is Touching {
  return event.kind === 'receive' || isShown(event)
}

function heard(options: Pick<UpdateOptions, 'isUpdate' | 'isWhole'>): Knowledge {
  const known = new UpdatesKnown(options)
  return {
    isTouching: isShownOrHeard,
    look(event, view) {
      known.look(event, view)
    },
    areEqual(a, b) {
      const [own, other] = [known.of(a), known.of(b)]
      return own.sure === own.possible && own.sure === other.sure && other.sure === other.possible
    },
    describe: (node) => `${known.listed(known.of(node).sure).length} of them`,
  }
}

function applied(
  nodes: readonly NodeId[],
  { identify = updateId, memory = 'volatile' }: UpdatesSeen & { readonly kind: 'applied' },
): Knowledge {
  const sets = new UpdateSets(nodes)
  return {
    isTouching: isShown,
    look(event) {
      if (event.kind === 'apply') sets.add(event.node, identify(JSON.parse(event.value) as Json))
      if (event.kind === 'crash' && memory === 'volatile') sets.clear(event.node)
    },
    areEqual: (a, b) => sets.areEqual(a, b),
    describe: (node) => `${sets.sizeOf(node)} of them`,
  }
}

function fieldKnowledge(field: string): Knowledge {
  /** Texts of values that were shown, so that each is written once. */
  const texts = new WeakMap<object, string>()
  const textOf = (node: NodeId, view: WorldView): string | undefined => {
    const value = view.node(node).fields.get(field)
    if (value === undefined) return undefined
    if (typeof value !== 'object' || value === null) return canonicalText(value)
    const text = texts.get(value) ?? canonicalText(value)
    texts.set(value, text)
    return text
  }
  return {
    isTouching: isShown,
    look: () => {},
    areEqual(a, b, view) {
      const own = textOf(a, view)
      return own !== undefined && own === textOf(b, view)
    },
    describe: (node, view) => textOf(node, view) ?? 'none',
  }
}
