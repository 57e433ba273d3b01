/**
 * What a map of nested values must show, here a cart: each line holds what was put into it and
 * not removed by somebody who had seen that.
 *
 * Commands are `{ id, op: 'add', item, count }`, `{ id, op: 'note', item, note }` and
 * `{ id, op: 'remove', item }`; nodes `deliver` those that they apply, and show
 * `{ [item]: { count, note } }`.
 */
import { jsonFields, printJson } from '../../json.ts'
import type { EventId, Json, NodeId } from '../../trace/event.ts'
import type { Claim } from '../claim.ts'
import { CallWatch } from './call-watch.ts'
import { type AppliedCommand, CommandsApplied } from './commands-applied.ts'
import { covers, itemOf } from './observed-removes.ts'

const STATE = 'value'

const SOURCE =
  'Shapiro et al. 2011, INRIA RR-7506, section 3.3.5 (OR-Set); DeCandia et al. 2007, Dynamo, section 4.4 (the cart)'

interface Problem {
  readonly words: string
  readonly related: readonly EventId[]
}

type Judge = (shown: Json, living: readonly AppliedCommand[]) => Problem | undefined

/** Nothing that was put in is lost, nothing that was removed comes back, and nothing counts twice. */
export function cartHoldsWhatWasPut(): Claim {
  return cartClaim(
    {
      id: 'cart-holds-what-was-put',
      sentence:
        'The cart holds of each item what was added and not removed by somebody who had seen that.',
      source: SOURCE,
      ask: 'What had the shopper seen who removed the item, and what came about without being seen?',
    },
    (shown, living) => {
      const lines = jsonFields(shown) ?? {}
      for (const item of [...new Set([...Object.keys(lines), ...living.map(itemOf)])].sort()) {
        const updates = living.filter((one) => itemOf(one) === item)
        const count = updates.reduce((sum, { fields }) => sum + countIn(fields.count), 0)
        const line = jsonFields(lines[item] ?? null)
        const related = updates.map(({ event }) => event).slice(-4)
        if (updates.length === 0) {
          return { words: `with ${printJson(item)}, of which nothing is left`, related }
        }
        if (line === undefined) return { words: `without ${printJson(item)}`, related }
        if (line.count !== count) {
          const words = `with ${printJson(line.count ?? null)} of ${printJson(item)}, where ${count} were added and not removed`
          return { words, related }
        }
      }
      return undefined
    },
  )
}

/** A register in a map: whoever writes, knowing of a note, replaces it. */
export function noteIsNotOverwritten(): Claim {
  return cartClaim(
    {
      id: 'note-is-not-overwritten',
      sentence:
        'The note on an item is one that nobody has replaced or removed who had seen it; it is empty only when there is none.',
      source: 'Shapiro et al. 2011, INRIA RR-7506, section 3.2 (registers)',
      ask: 'By what does the node tell which of two notes replaces the other?',
    },
    (shown, living) => {
      const notes = living.filter(({ fields }) => fields.op === 'note')
      for (const [item, line] of Object.entries(jsonFields(shown) ?? {})) {
        const own = notes.filter((one) => itemOf(one) === item)
        const newest = own.filter((one) => !own.some(({ saw }) => saw.has(one.id)))
        const allowed = newest.map(({ fields }) => fields.note ?? null)
        const note = jsonFields(line)?.note ?? null
        if (allowed.includes(note) || (allowed.length === 0 && note === '')) continue
        const texts = allowed.map((one) => printJson(one)).join(' or ')
        return {
          words: `with the note ${printJson(note)} on ${printJson(item)}, which should be ${texts === '' ? 'empty' : texts}`,
          related: newest.map(({ event }) => event).slice(-4),
        }
      }
      return undefined
    },
  )
}

function cartClaim(claim: Omit<Claim, 'monitor'>, judge: Judge): Claim {
  return {
    ...claim,
    monitor() {
      const calls = new CallWatch()
      const commands = new CommandsApplied()
      return {
        onEvent(event, view) {
          const ended = calls.look(event)
          const changedAt = ended?.changedAt
          const node: NodeId | undefined = ended?.call.node
          const shown = node === undefined ? undefined : view.node(node).fields.get(STATE)
          const problem =
            node === undefined || shown === undefined || changedAt === undefined
              ? undefined
              : judge(shown, livingOf(commands.by(node)))
          commands.look(event)
          if (node === undefined || changedAt === undefined || problem === undefined) {
            return undefined
          }
          return {
            event: changedAt,
            message: `${node} shows ${printJson(shown ?? null)}, ${problem.words}.`,
            related: problem.related.filter((id) => id !== changedAt),
            nodes: [node],
          }
        },
      }
    },
  }
}

/** The adds and notes that no applied remove had seen. */
function livingOf(known: readonly AppliedCommand[]): readonly AppliedCommand[] {
  const removes = known.filter(({ fields }) => fields.op === 'remove')
  return known.filter(
    (one) => one.fields.op !== 'remove' && !removes.some((remove) => covers(remove, one)),
  )
}

function countIn(count: Json | undefined): number {
  return typeof count === 'number' ? count : 0
}
