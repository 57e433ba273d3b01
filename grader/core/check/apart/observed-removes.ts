/**
 * What a set with adds and removes must show: an element is there as long as somebody added it
 * and nobody removed it who had seen that add. So a remove takes away what it saw, and an add
 * that happened at the same time elsewhere survives (observed remove, add wins).
 */
import { jsonFields, printJson, sameJson } from '../../json.ts'
import type { EventId, Json, NodeId, OperationId } from '../../trace/event.ts'
import type { Claim } from '../claim.ts'
import { CallWatch } from './call-watch.ts'

export interface ObservedRemoves {
  /** The watched field with the elements; by default `value`. */
  readonly state?: string
}

interface Update {
  readonly id: string
  readonly op: 'add' | 'remove'
  readonly item: string
  /** The event in which a node took the request for it. */
  readonly event: EventId
  /** Of a remove: the adds of this element that its node had applied when it was asked. */
  readonly saw: ReadonlySet<string>
}

/** Commands are `{ id, op: 'add' | 'remove', item }`, and nodes `deliver` those that they apply. */
export function observedRemoves({ state: field = 'value' }: ObservedRemoves = {}): Claim {
  return {
    id: 'observed-removes',
    sentence:
      'An element is shown exactly while one of its adds is not covered by a remove that had seen it.',
    source: 'Shapiro et al. 2011, INRIA RR-7506, section 3.3.5 (OR-Set)',
    ask: 'Which adds had the node seen that removed the element, and which did it not?',
    monitor() {
      const calls = new CallWatch()
      const asked = new Map<OperationId, Json>()
      const updates = new Map<string, Update>()
      const applied = new Map<NodeId, Set<string>>()
      const appliedBy = (node: NodeId) => applied.get(node) ?? new Set<string>()
      return {
        onEvent(event, view) {
          const ended = calls.look(event)
          const node = ended?.call.node
          const shown = node === undefined ? undefined : view.node(node).fields.get(field)
          const difference =
            node === undefined || shown === undefined || ended?.changedAt === undefined
              ? undefined
              : differenceAt(shown, appliedBy(node), updates)
          if (node !== undefined && ended !== undefined && difference !== undefined) {
            return {
              event: ended.changedAt ?? ended.call.id,
              message: `${node} shows ${printJson(shown ?? null)}, ${difference.words}.`,
              related: difference.related,
              nodes: [node],
            }
          }
          if (event.kind === 'invoke') asked.set(event.operation, JSON.parse(event.body) as Json)
          if (event.kind === 'request') {
            const seen = appliedBy(event.node)
            const update = updateOf(asked.get(event.operation) ?? null, event.id, seen, updates)
            if (update !== undefined && !updates.has(update.id)) updates.set(update.id, update)
          }
          if (event.kind === 'apply') {
            const id = jsonFields(JSON.parse(event.value) as Json)?.id
            if (typeof id === 'string') applied.set(event.node, appliedBy(event.node).add(id))
          }
          if (event.kind === 'crash') applied.delete(event.node)
          return undefined
        },
      }
    },
  }
}

/** The update that a request asks for; undefined for anything else. */
function updateOf(
  command: Json,
  event: EventId,
  seen: ReadonlySet<string>,
  updates: ReadonlyMap<string, Update>,
): Update | undefined {
  const { id, op, item } = jsonFields(command) ?? {}
  if (typeof id !== 'string' || typeof item !== 'string') return undefined
  if (op === 'add') return { id, op, item, event, saw: new Set() }
  if (op !== 'remove') return undefined
  const adds = [...seen].filter((other) => {
    const update = updates.get(other)
    return update?.op === 'add' && update.item === item
  })
  return { id, op, item, event, saw: new Set(adds) }
}

interface Difference {
  readonly words: string
  readonly related: readonly EventId[]
}

function differenceAt(
  shown: Json,
  applied: ReadonlySet<string>,
  updates: ReadonlyMap<string, Update>,
): Difference | undefined {
  const known = [...applied].flatMap((id) => updates.get(id) ?? [])
  const removes = known.filter(({ op }) => op === 'remove')
  const living = known.filter(
    ({ id, op }) => op === 'add' && !removes.some(({ saw }) => saw.has(id)),
  )
  const expected = [...new Set(living.map(({ item }) => item))].sort()
  if (sameJson(shown, expected)) return undefined
  const items = Array.isArray(shown) ? (shown as readonly Json[]) : []
  const missing = living.find(({ item }) => !items.includes(item))
  if (missing !== undefined) {
    const words = `although no remove that it has applied had seen the add ${missing.id} of ${printJson(missing.item)}`
    return { words, related: [missing.event] }
  }
  const extra = items.find((item) => typeof item !== 'string' || !expected.includes(item))
  const remove = removes.findLast(({ item }) => item === extra)
  if (remove !== undefined) {
    const words = `although ${remove.id} removed ${printJson(remove.item)} and had seen each add of it that the node has applied`
    return { words, related: [remove.event] }
  }
  return { words: `which should be ${printJson(expected)}`, related: [] }
}
