/** A first-in, first-out queue. */
import { assert } from '../../assert.ts'
import type { Operation } from '../../history/operation.ts'
import { sameJson } from '../../json.ts'
import type { Json } from '../../trace/event.ts'
import type { LookAhead, Model, ModelFamily, StateKey } from './model.ts'
import { unknownOperation, wrongInit, wrongInput } from './problem.ts'
import { isList, showValue, valueKey } from './value.ts'

const ID = 'queue'
const OPERATIONS = ['enqueue', 'dequeue']

/** Items from the head to the tail. */
type Items = readonly Json[]

/** `enqueue(v)` adds at the tail; `dequeue → v` takes from the head, null when it is empty. */
export const queue: ModelFamily = {
  id: ID,
  title: 'Queue',
  sentence: 'Items leave in the order in which they came.',
  operations: OPERATIONS,
  initDefault: [],
  problemWithInit: (init) =>
    isList(init) && !init.includes(null)
      ? undefined
      : wrongInit(ID, 'a list of items that are not null', init),
  make(init) {
    assert(isList(init), 'problemWithInit lets only lists through')
    return queueModel(init)
  },
}

function queueModel(init: Items): Model<Items> {
  return {
    id: ID,
    initial: init,
    keysIndependent: true,
    processMatters: false,
    problemWith,
    init: () => init,
    step,
    key: valueKey,
    preserves: ({ f, output, outcome }) => f === 'dequeue' && outcome === 'ok' && output === null,
    describeOperation,
    describeState: (state) => (state.length === 0 ? 'empty' : showValue(state)),
    lookAhead: (operations) => lookAhead(init, operations),
  }
}

function step(state: Items, { f, input, output, outcome }: Operation): Items | undefined {
  if (f === 'enqueue') return [...state, input]
  const [head = null] = state
  if (outcome !== 'info' && !sameJson(head, output)) return undefined
  return head === null ? state : state.slice(1)
}

/**
 * Where no two items are equal, who took an item is known. The last item came too late if
 * it was taken before anybody asked for one that stands before it.
 */
function lookAhead(init: Items, operations: readonly Operation[]): LookAhead<Items> | undefined {
  const items = new Set(init.map(valueKey))
  let count = init.length
  let mayTakeAny = false
  /** When an item was first asked for, and by when somebody had it. */
  const asked = new Map<StateKey, number>()
  const taken = new Map<StateKey, number>()
  for (const { f, input, output, outcome, call, return: end } of operations) {
    if (f === 'enqueue') {
      items.add(valueKey(input))
      count++
    } else if (outcome === 'info') mayTakeAny = true
    else if (output !== null) {
      const item = valueKey(output)
      asked.set(item, Math.min(call, asked.get(item) ?? Infinity))
      if (end !== null) taken.set(item, Math.min(end, taken.get(item) ?? Infinity))
    }
  }
  if (items.size < count) return undefined
  const reaches = (state: Items) => {
    const last = state.at(-1)
    const end = last === undefined ? undefined : taken.get(valueKey(last))
    if (end === undefined) return true
    return state.every((item) => {
      const key = valueKey(item)
      return (asked.get(key) ?? Infinity) <= end || (mayTakeAny && !taken.has(key))
    })
  }
  return { reaches, startsAnew: () => false }
}

function problemWith(operation: Operation): string | undefined {
  if (!OPERATIONS.includes(operation.f)) {
    return unknownOperation(operation, { model: ID, operations: OPERATIONS })
  }
  if (operation.f === 'enqueue' && operation.input === null) {
    return wrongInput(operation, 'an item (null stands for an empty queue)')
  }
  return undefined
}

function describeOperation({ process, f, key, input, output, outcome }: Operation): string {
  const target = key === '' ? 'the queue' : key
  const unknown = outcome === 'info' ? ' (no answer)' : ''
  if (f === 'enqueue') return `${process} enqueued ${showValue(input)} in ${target}${unknown}`
  if (outcome === 'info') return `${process} asked to dequeue from ${target}${unknown}`
  return output === null
    ? `${process} found ${target} empty`
    : `${process} dequeued ${showValue(output)} from ${target}`
}
