/** Says what an operation of a history did, in the past tense, whatever its kind. */

import type { Operation } from '../history/operation.ts'
import { printJson, printName } from '../json.ts'
import type { Json } from '../trace/event.ts'

/** `c1 wrote x = 2`; what was never answered, and what was refused, is said to be so. */
export function describeOperation(operation: Operation): string {
  const { process, outcome } = operation
  switch (outcome) {
    case 'ok':
      return operation.f === 'txn'
        ? `${process} ran T${operation.id}: ${transaction(operation.output, DONE)}`
        : `${process} ${deed(operation)}`
    case 'info':
      return `${process} asked to ${wish(operation)} and never learnt what came of it`
    case 'fail':
      return `${process} asked to ${wish(operation)} and was refused`
  }
}

/** The operation as a noun: `the write of x = 2 by c1`. */
export function nameOperation({ id, process, f, key, input, output }: Operation): string {
  if (f === 'txn') return `T${id}`
  const isRead = READS.has(f)
  const value = isRead ? output : input
  const what = value === null && !isRead ? '' : ` of ${valueAt(key, value)}`
  return `the ${isRead ? 'read' : WRITES.has(f) ? 'write' : f}${what} by ${process}`
}

const READS: ReadonlySet<string> = new Set(['read', 'get'])
const WRITES: ReadonlySet<string> = new Set(['write', 'put', 'set'])

function deed({ f, key, input, output }: Operation): string {
  if (READS.has(f)) return `read ${valueAt(key, output)}`
  if (WRITES.has(f)) return `wrote ${valueAt(key, input)}`
  const at = key === '' ? '' : ` ${key}`
  switch (f) {
    case 'append':
      return `appended ${printJson(input)}${key === '' ? '' : ` to ${key}`}`
    case 'cas': {
      const [from = null, to = null] = listOf(input)
      const change = `${key === '' ? 'the value' : key} from ${printJson(from)} to ${printJson(to)}`
      return output === false ? `found that it could not set ${change}` : `set ${change}`
    }
    case 'acquire':
    case 'release':
      return `${f === 'acquire' ? 'acquired' : 'released'} the lock${at}`
    default: {
      const asked = input === null ? '' : ` ${printJson(input)}`
      const got = output === null ? '' : ` and got ${printJson(output)}`
      return `did ${f}${at}${asked}${got}`
    }
  }
}

function wish({ id, f, key, input }: Operation): string {
  if (f === 'txn') return `run T${id} (${transaction(input, WISHED)})`
  if (READS.has(f)) return `read${key === '' ? '' : ` ${key}`}`
  if (WRITES.has(f)) return `write ${valueAt(key, input)}`
  const value = input === null ? '' : ` ${printJson(input)}`
  return `${f}${key === '' ? '' : ` ${key}`}${value}`
}

interface Verbs {
  readonly write: string
  readonly append: string
}

const DONE: Verbs = { write: 'wrote', append: 'appended' }
const WISHED: Verbs = { write: 'write', append: 'append' }

/** `read x = 1, wrote y = 2, appended 3 to z`: the micro-operations in order. */
function transaction(steps: Json, verbs: Verbs): string {
  return listOf(steps)
    .map((step) => {
      const [kind = null, key = null, value = null] = listOf(step)
      const name = printName(key)
      switch (kind) {
        case 'r':
          return value === null && verbs === WISHED
            ? `read ${name}`
            : `read ${valueAt(name, value)}`
        case 'w':
          return `${verbs.write} ${valueAt(name, value)}`
        case 'append':
          return `${verbs.append} ${printJson(value)} to ${name}`
        default:
          return printJson(step)
      }
    })
    .join(', ')
}

function valueAt(key: string, value: Json): string {
  return key === '' ? printJson(value) : `${key} = ${printJson(value)}`
}

function listOf(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : []
}
