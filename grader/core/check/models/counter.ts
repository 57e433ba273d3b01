/** A counter. */
import { assert } from '../../assert.ts'
import type { Operation } from '../../history/operation.ts'
import type { Json } from '../../trace/event.ts'
import type { LookAhead, Model, ModelFamily } from './model.ts'
import { unknownOperation, wrongInit, wrongInput, wrongOutput } from './problem.ts'
import { showValue } from './value.ts'

const ID = 'counter'
const OPERATIONS = ['add', 'increment', 'read']

/**
 * `add(n)` and `increment` (by one) answer nothing or the new value; `read → n`.
 */
export const counter: ModelFamily = {
  id: ID,
  title: 'Counter',
  sentence: 'A number that is added to and read.',
  operations: OPERATIONS,
  initDefault: 0,
  problemWithInit: (init) =>
    Number.isSafeInteger(init) ? undefined : wrongInit(ID, 'a whole number', init),
  make(init) {
    assert(typeof init === 'number', 'problemWithInit lets only numbers through')
    return counterModel(init)
  },
}

function counterModel(init: number): Model<number> {
  return {
    id: ID,
    initial: init,
    keysIndependent: true,
    processMatters: false,
    problemWith,
    init: () => init,
    step,
    key: (state) => state,
    preserves: (operation) => operation.f === 'read' || amountOf(operation) === 0,
    describeOperation,
    describeState: (state) => String(state),
    lookAhead,
  }
}

function step(state: number, operation: Operation): number | undefined {
  const { f, output, outcome } = operation
  const next = f === 'read' ? state : state + amountOf(operation)
  if (outcome === 'info' || (f !== 'read' && output === null)) return next
  return output === next ? next : undefined
}

/** By how much an operation that is no read changes the counter. */
export function amountOf({ f, input }: Operation): number {
  return f === 'increment' ? 1 : Number(input)
}

/** A counter that never falls must not pass what the next read returned. */
function lookAhead(operations: readonly Operation[]): LookAhead<number> | undefined {
  const grows = operations.every((each) => each.f === 'read' || amountOf(each) >= 0)
  if (!grows) return undefined
  return {
    reaches: (state, next) => next?.f !== 'read' || state <= Number(next.output),
    startsAnew: () => false,
  }
}

function problemWith(operation: Operation): string | undefined {
  const { f, input, output, outcome } = operation
  if (!OPERATIONS.includes(f)) {
    return unknownOperation(operation, { model: ID, operations: OPERATIONS })
  }
  if (f === 'add' && !Number.isSafeInteger(input)) return wrongInput(operation, 'a whole number')
  if (f === 'increment' && input !== null) return wrongInput(operation, 'null')
  if (outcome !== 'ok' || isWhole(output) || (f !== 'read' && output === null)) return undefined
  return wrongOutput(operation, f === 'read' ? 'a whole number' : 'null or the new value')
}

function isWhole(value: Json): boolean {
  return Number.isSafeInteger(value)
}

function describeOperation(operation: Operation): string {
  const { process, f, key, output, outcome } = operation
  const target = key === '' ? 'the counter' : key
  const unknown = outcome === 'info' ? ' (no answer)' : ''
  if (f === 'read') {
    return outcome === 'info'
      ? `${process} read ${target}${unknown}`
      : `${process} read ${key === '' ? '' : `${key} = `}${showValue(output)}`
  }
  const answer = outcome === 'ok' && output !== null ? ` and got ${showValue(output)}` : ''
  return `${process} added ${amountOf(operation)} to ${target}${answer}${unknown}`
}
