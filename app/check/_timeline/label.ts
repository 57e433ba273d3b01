/** An operation in a few characters, for its bar, and in a line, for its row. */
import type { Json, Operation } from '#core'

const BAR_TEXT_MAX = 28
const TRANSACTION_TEXT_MAX = 36

/** What fits into a bar: `write 3`, `read → 3`; of a transaction only its parts. */
export function barText(operation: Operation): string {
  const { f, key, outcome } = operation
  const answer = answerText(operation)
  if (f === 'txn')
    return cut(outcome === 'ok' ? answer : askedText(operation), TRANSACTION_TEXT_MAX)
  const asked = [f, key, askedText(operation)].filter((part) => part !== '').join(' ')
  return cut(`${asked}${answer === '' ? '' : ` → ${answer}`}`, BAR_TEXT_MAX)
}

/** Ends in three dots when it is longer than this. */
export function cut(text: string, max: number): string {
  return text.length > max ? `${text.slice(0, Math.max(0, max - 1))}…` : text
}

/** What was asked, without the name of the operation. */
export function askedText({ f, input }: Operation): string {
  if (f === 'txn' && Array.isArray(input)) return transactionText(input)
  return input === null ? '' : valueText(input)
}

/** What came back; empty when there was nothing to say. */
export function answerText({ f, output, outcome }: Operation): string {
  if (outcome === 'info') return '?'
  if (outcome === 'fail') return 'failed'
  if (f === 'txn' && Array.isArray(output)) return transactionText(output)
  const isWrite = f === 'write' || f === 'put' || output === null
  return isWrite && !ANSWERING.has(f) ? '' : valueText(output)
}

/** Null is an answer of theirs. */
const ANSWERING: ReadonlySet<string> = new Set(['read', 'get', 'dequeue'])

function transactionText(parts: readonly Json[]): string {
  return parts
    .map((part) => (Array.isArray(part) ? part.map((item: Json) => plainText(item)).join(' ') : ''))
    .join('; ')
}

function valueText(value: Json): string {
  return Array.isArray(value)
    ? `[${value.map((item: Json) => plainText(item)).join(' ')}]`
    : plainText(value)
}

/** Text stands without quotes, but for the empty one. */
function plainText(value: Json): string {
  if (typeof value === 'string') return value === '' ? '""' : value
  return Array.isArray(value) ? valueText(value) : JSON.stringify(value)
}
