/**
 * What an object that holds one value does: the part that registers and key-value stores
 * have in common. Each of them is a choice of these operations.
 */
import type { Operation } from '../../history/operation.ts'
import { sameJson } from '../../json.ts'
import type { Json } from '../../trace/event.ts'
import type { LookAhead, Model } from './model.ts'
import { unknownOperation, wrongInput, wrongOutput } from './problem.ts'
import { isList, showValue, valueKey } from './value.ts'

export interface SingleValueOptions {
  readonly id: string
  /** Some of `read`, `get`, `write`, `put`, `cas`, `append`. */
  readonly operations: readonly string[]
  readonly init: Json
}

/** A model of objects that hold one value each. */
export function singleValueModel({ id, operations, init }: SingleValueOptions): Model<Json> {
  return {
    id,
    initial: init,
    keysIndependent: true,
    processMatters: false,
    problemWith(operation) {
      return operations.includes(operation.f)
        ? problemWithValues(operation)
        : unknownOperation(operation, { model: id, operations })
    },
    init: () => init,
    step,
    key: valueKey,
    preserves,
    describeOperation,
    describeState: showValue,
    lookAhead,
  }
}

function step(state: Json, operation: Operation): Json | undefined {
  const { f, input, output, outcome } = operation
  switch (f) {
    case 'read':
    case 'get':
      return outcome === 'info' || sameJson(state, output) ? state : undefined
    case 'write':
    case 'put':
      return input
    case 'append':
      return appended(state, input)
    default: {
      const [from, to] = fromAndTo(input)
      const matches = sameJson(state, from)
      if (outcome === 'info') return matches ? to : state
      // A compare-and-set that answered false is an observation: the value was another.
      if (output === true) return matches ? to : undefined
      return matches ? undefined : state
    }
  }
}

/** Text is added to text; an absent value counts as the empty text. */
function appended(state: Json, suffix: Json): Json | undefined {
  if (typeof suffix !== 'string') return undefined
  if (state === null) return suffix
  return typeof state === 'string' ? state + suffix : undefined
}

function preserves({ f, input, output, outcome }: Operation): boolean {
  if (isRead(f)) return true
  if (f !== 'cas') return false
  const [from, to] = fromAndTo(input)
  return sameJson(from, to) || (outcome === 'ok' && output === false)
}

/** True for the operations that answer with the value and leave it alone. */
export function isRead(f: string): boolean {
  return f === 'read' || f === 'get'
}

/** True for the operations that set a value whatever it was. */
export function isWrite(f: string): boolean {
  return f === 'write' || f === 'put'
}

/** The two values of a compare-and-set that `problemWith` let through. */
export function fromAndTo(input: Json): readonly [from: Json, to: Json] {
  if (!isList(input)) return [null, null]
  const [from = null, to = null] = input
  return [from, to]
}

/**
 * The next read must find the value as it is, or grown by appending, or as somebody sets it
 * until then.
 */
function lookAhead(operations: readonly Operation[]): LookAhead<Json> {
  const grows = operations.some(({ f }) => f === 'append')
  const becomes = grows ? mayGrowInto : sameJson
  return {
    reaches: (state, next) => next === undefined || !isRead(next.f) || becomes(state, next.output),
    startsAnew({ f, input }, next) {
      if (isWrite(f)) return becomes(input, next.output)
      return f === 'cas' && becomes(fromAndTo(input)[1], next.output)
    },
  }
}

function mayGrowInto(value: Json, later: Json): boolean {
  if (typeof later !== 'string') return sameJson(value, later)
  return value === null || (typeof value === 'string' && later.startsWith(value))
}

function problemWithValues(operation: Operation): string | undefined {
  const { f, input, output, outcome } = operation
  if (f === 'append' && typeof input !== 'string') return wrongInput(operation, 'a text')
  if (f !== 'cas') return undefined
  if (!isList(input) || input.length !== 2) return wrongInput(operation, '[from, to]')
  if (outcome === 'ok' && typeof output !== 'boolean') {
    return wrongOutput(operation, 'true (changed) or false (the value was another)')
  }
  return undefined
}

function describeOperation(operation: Operation): string {
  const { process, f, key, input, output, outcome } = operation
  const unknown = outcome === 'info' ? ' (no answer)' : ''
  const name = key === '' ? '' : `${key} = `
  if (isRead(f)) {
    return outcome === 'info'
      ? `${process} read${key === '' ? '' : ` ${key}`}${unknown}`
      : `${process} read ${name}${showValue(output)}`
  }
  if (isWrite(f)) return `${process} wrote ${name}${showValue(input)}${unknown}`
  const target = key === '' ? 'the value' : key
  if (f === 'append') return `${process} appended ${showValue(input)} to ${target}${unknown}`
  const [from, to] = fromAndTo(input)
  const change = `change ${target} from ${showValue(from)} to ${showValue(to)}`
  if (outcome === 'info') return `${process} asked to ${change}${unknown}`
  return output === true
    ? `${process} ${change.replace('change', 'changed')}`
    : `${process} failed to ${change}: it was not ${showValue(from)}`
}
