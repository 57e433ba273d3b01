/**
 * What a set with adds and removes must show: an element is there as long as somebody added it
 * and nobody removed it who had seen that add. So a remove takes away what it saw, and an add
 * that happened at the same time elsewhere survives (observed remove, add wins).
 */
import { printJson, sameJson } from '../../json.ts'
import type { EventId, Json } from '../../trace/event.ts'
import type { Claim } from '../claim.ts'
import { CallWatch } from './call-watch.ts'
import { type AppliedCommand, CommandsApplied } from './commands-applied.ts'

export interface ObservedRemoves {
  /** The watched field with the elements; by default `value`. */
  readonly state?: string
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
      const commands = new CommandsApplied()
      return {
        onEvent(event, view) {
          const ended = calls.look(event)
          const node = ended?.call.node
          const shown = node === undefined ? undefined : view.node(node).fields.get(field)
          const difference =
            node === undefined || shown === undefined || ended?.changedAt === undefined
              ? undefined
              : differenceAt(shown, commands.by(node))
          commands.look(event)
          if (node === undefined || ended === undefined || difference === undefined) {
            return undefined
          }
          return {
            event: ended.changedAt ?? ended.call.id,
            message: `${node} shows ${printJson(shown ?? null)}, ${difference.words}.`,
            related: difference.related,
            nodes: [node],
          }
        },
      }
    },
  }
}

interface Difference {
  readonly words: string
  readonly related: readonly EventId[]
}

function differenceAt(shown: Json, known: readonly AppliedCommand[]): Difference | undefined {
  const removes = known.filter(({ fields }) => fields.op === 'remove')
  const living = known.filter(
    (add) => add.fields.op === 'add' && !removes.some((remove) => covers(remove, add)),
  )
  const expected = [...new Set(living.map(itemOf))].sort()
  if (sameJson(shown, expected)) return undefined
  const items = Array.isArray(shown) ? (shown as readonly Json[]) : []
  const missing = living.find((add) => !items.includes(itemOf(add)))
  if (missing !== undefined) {
    const words = `although no remove that it has applied had seen the add ${missing.id} of ${printJson(itemOf(missing))}`
    return { words, related: [missing.event] }
  }
  const extra = items.find((item) => typeof item !== 'string' || !expected.includes(item))
  const remove = removes.findLast((one) => itemOf(one) === extra)
  if (remove !== undefined) {
    const words = `although ${remove.id} removed ${printJson(itemOf(remove))} and had seen each add of it that the node has applied`
    return { words, related: [remove.event] }
  }
  return { words: `which should be ${printJson(expected)}`, related: [] }
}

/** True when a remove takes away what this command did: it is about the same, and had seen it. */
export function covers(remove: AppliedCommand, other: AppliedCommand): boolean {
  return itemOf(remove) === itemOf(other) && remove.saw.has(other.id)
}

/** The item that a command is about. */
export function itemOf({ fields: { item } }: AppliedCommand): string {
  return typeof item === 'string' ? item : ''
}
