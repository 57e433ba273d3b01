/** A set. */
import { assert } from '../../assert.ts'
import type { Operation } from '../../history/operation.ts'
import { canonicalText } from '../../json.ts'
import type { Json } from '../../trace/event.ts'
import type { LookAhead, Model, ModelFamily } from './model.ts'
import { unknownOperation, wrongInit, wrongOutput } from './problem.ts'
import { isList, showValue } from './value.ts'

const ID = 'set'
const OPERATIONS = ['add', 'remove', 'contains', 'read']

/** How many elements of a set are shown. */
const SHOWN_ELEMENTS_MAX = 12

/** Canonical texts of the elements, in order of their characters. */
type Elements = readonly string[]

/**
 * `add(v)` and `remove(v)` answer nothing, or whether they changed the set; `contains(v)`
 * answers true or false; `read` returns all elements as a list, in any order.
 */
export const set: ModelFamily = {
  id: ID,
  title: 'Set',
  sentence: 'Elements that are added, removed and looked for.',
  operations: OPERATIONS,
  initDefault: [],
  problemWithInit: (init) => (isList(init) ? undefined : wrongInit(ID, 'a list of elements', init)),
  make(init) {
    assert(isList(init), 'problemWithInit lets only lists through')
    return setModel(init)
  },
}

function setModel(list: readonly Json[]): Model<Elements> {
  const init = [...new Set(elementsOf(list))]
  return {
    id: ID,
    initial: list,
    keysIndependent: true,
    processMatters: false,
    problemWith,
    init: () => init,
    step,
    // A JSON text holds no line break, so that the joined text has one reading.
    key: (state) => (state.length === 0 ? null : state.join('\n')),
    preserves: ({ f, output, outcome }) =>
      f === 'read' || f === 'contains' || (outcome === 'ok' && output === false),
    describeOperation,
    describeState: (state) =>
      `{${state.slice(0, SHOWN_ELEMENTS_MAX).join(', ')}${state.length > SHOWN_ELEMENTS_MAX ? ', …' : ''}}`,
    lookAhead,
  }
}

function step(state: Elements, { f, input, output, outcome }: Operation): Elements | undefined {
  if (f === 'read') {
    return outcome === 'info' || sameElements(state, output) ? state : undefined
  }
  const element = canonicalText(input)
  const held = state.includes(element)
  if (f === 'contains') return outcome === 'info' || output === held ? state : undefined
  const changes = f === 'add' ? !held : held
  if (outcome === 'ok' && output !== null && output !== changes) return undefined
  if (!changes) return state
  return f === 'add' ? [...state, element].sort() : state.filter((each) => each !== element)
}

/** Repeated elements in a list make it no answer of a set, whatever the set holds. */
function sameElements(state: Elements, list: Json): boolean {
  if (!isList(list) || list.length !== state.length) return false
  return elementsOf(list).every((each, index) => each === state[index])
}

function elementsOf(list: readonly Json[]): Elements {
  return list.map(canonicalText).sort()
}

/** Where nothing is removed, the next read must have found all that is there. */
function lookAhead(operations: readonly Operation[]): LookAhead<Elements> | undefined {
  if (operations.some(({ f }) => f === 'remove')) return undefined
  const found = new Map<Operation, ReadonlySet<string>>()
  for (const operation of operations) {
    const { f, output } = operation
    if (f === 'read' && isList(output)) found.set(operation, new Set(elementsOf(output)))
  }
  return {
    reaches(state, next) {
      const elements = next === undefined ? undefined : found.get(next)
      return elements === undefined || state.every((each) => elements.has(each))
    },
    startsAnew: () => false,
  }
}

function problemWith(operation: Operation): string | undefined {
  const { f, output, outcome } = operation
  if (!OPERATIONS.includes(f)) {
    return unknownOperation(operation, { model: ID, operations: OPERATIONS })
  }
  if (outcome !== 'ok') return undefined
  if (f === 'read') return isList(output) ? undefined : wrongOutput(operation, 'a list')
  if (typeof output === 'boolean') return undefined
  if (f === 'contains') return wrongOutput(operation, 'true or false')
  return output === null ? undefined : wrongOutput(operation, 'null, or true if it changed the set')
}

function describeOperation({ process, f, key, input, output, outcome }: Operation): string {
  const target = key === '' ? 'the set' : key
  const unknown = outcome === 'info' ? ' (no answer)' : ''
  const element = showValue(input)
  if (f === 'read') {
    return outcome === 'info'
      ? `${process} read ${target}${unknown}`
      : `${process} read ${target} and got ${showValue(output)}`
  }
  if (f === 'contains') {
    if (outcome === 'info') return `${process} looked for ${element} in ${target}${unknown}`
    return `${process} ${output === true ? 'found' : 'did not find'} ${element} in ${target}`
  }
  const done = f === 'add' ? `added ${element} to` : `removed ${element} from`
  const answer = outcome === 'ok' && output === false ? ', which changed nothing' : ''
  return `${process} ${done} ${target}${answer}${unknown}`
}
