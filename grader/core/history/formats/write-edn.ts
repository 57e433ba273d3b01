/**
 * Writes a history as Jepsen's `history.edn`: a map on a line for each call and each return.
 * Where Jepsen's notation leaves open what came back, a field `:output` says it; Jepsen's own
 * tools pass over fields that they do not know.
 */
import type { Json } from '../../trace/event.ts'
import type { History, Operation, ProcessId } from '../operation.ts'
import { DIALECTS, meaningOf } from './dialect.ts'
import { processValue } from './json-lines.ts'

/** One line to come: an entry of an operation at its time. */
interface Entry {
  readonly operation: Operation
  readonly type: 'invoke' | 'ok' | 'fail'
  readonly at: number
}

/**
 * Writes a history so that `readHistory` gives it back with its calls and returns counted
 * from 0, in the same order. The history must be valid. Not kept are the events of a trace, and the time at which an
 * operation of unknown outcome was given up.
 */
export function writeJepsenEdn({ operations }: History): string {
  const isKeyed = operations.some(({ key }) => key !== '')
  const gaveUp = new Map<ProcessId, Operation>()
  const lines: string[] = []
  for (const { operation, type } of entriesOf(operations)) {
    const open = gaveUp.get(operation.process)
    if (type === 'invoke' && open !== undefined) {
      // A process with an open call could not make the next one.
      lines.push(lineOf(open, 'info', isKeyed))
      gaveUp.delete(operation.process)
    }
    lines.push(lineOf(operation, type, isKeyed))
    if (operation.outcome === 'info') gaveUp.set(operation.process, operation)
  }
  return lines.map((line) => `${line}\n`).join('')
}

/** In order of time; intervals are closed, so at one time calls come before returns. */
function entriesOf(operations: readonly Operation[]): readonly Entry[] {
  const entries: Entry[] = []
  for (const operation of operations) {
    entries.push({ operation, type: 'invoke', at: operation.call })
    if (operation.outcome === 'info' || operation.return === null) continue
    const type = isFailedCas(operation) ? 'fail' : operation.outcome
    entries.push({ operation, type, at: operation.return })
  }
  return entries.sort((a, b) => a.at - b.at || rank(a) - rank(b))
}

function rank({ type }: Entry): number {
  return type === 'invoke' ? 0 : 1
}

/** Jepsen's tests write a compare-and-set that saw another value as a failure. */
function isFailedCas({ f, outcome, output }: Operation): boolean {
  return f === 'cas' && outcome === 'ok' && output === false
}

function lineOf(operation: Operation, type: Entry['type'] | 'info', isKeyed: boolean): string {
  const { process, f, key, input, output } = operation
  const isAnswer = type === 'ok' && output !== null && f !== 'cas'
  const value = isAnswer ? output : input
  const micros = type === 'invoke' ? operation.callMicros : operation.returnMicros
  const fields = [
    `:process ${ednOf(processValue(process))}`,
    `:type :${type}`,
    `:f ${keywordOf(f)}`,
    ...(isKeyed ? [`:key ${ednOf(key)}`] : []),
    `:value ${f === 'txn' ? transactionOf(value) : ednOf(value)}`,
    ...(type === 'invoke' || type === 'info' ? [] : outputField(operation, type, value)),
    ...(type === 'info' ? [] : timeField(micros)),
  ]
  return `{${fields.join(', ')}}`
}

/** Empty when the value alone already says it in Jepsen's own reading. */
function outputField(operation: Operation, type: 'ok' | 'fail', value: Json): readonly string[] {
  const { f, input, output, outcome } = operation
  const completion = { type, value, output: undefined, hasError: false }
  const meant = meaningOf(f, input, completion, DIALECTS.jepsen)
  const isClear =
    meant.outcome === outcome && JSON.stringify(meant.output) === JSON.stringify(output)
  return isClear ? [] : [`:output ${ednOf(output)}`]
}

const NANOS_PER_MICRO = 1_000

function timeField(micros: number | undefined): readonly string[] {
  return micros === undefined ? [] : [`:time ${ednOf(micros * NANOS_PER_MICRO)}`]
}

/** Each operation of a transaction begins with a keyword: `[:append 5 1]`. */
function transactionOf(value: Json): string {
  if (!Array.isArray(value)) return ednOf(value)
  const parts = value.map((part: Json) => {
    if (!Array.isArray(part)) return ednOf(part)
    const [name, ...rest]: readonly Json[] = part
    if (typeof name !== 'string') return ednOf(part)
    return `[${[keywordOf(name), ...rest.map(ednOf)].join(' ')}]`
  })
  return `[${parts.join(' ')}]`
}

function keywordOf(name: string): string {
  return /^[A-Za-z][\w*+!?<>=.-]*$/.test(name) ? `:${name}` : JSON.stringify(name)
}

function ednOf(value: Json): string {
  if (value === null) return 'nil'
  if (typeof value === 'number') return numberOf(value)
  if (typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item: Json) => ednOf(item)).join(' ')}]`
  const fields = Object.entries(value).map(
    ([name, inner]) => `${JSON.stringify(name)} ${ednOf(inner)}`,
  )
  return `{${fields.join(', ')}}`
}

/** A whole number that is not exact is a decimal: as an integer it would be read as text. */
function numberOf(value: number): string {
  return Number.isInteger(value) && !Number.isSafeInteger(value)
    ? value.toExponential()
    : String(value)
}
