/** Reads and writes in plain words: "c1 wrote x = 1". */
import type { Operation } from '../../history/operation.ts'
import { printJson } from '../../json.ts'
import type { Json } from '../../trace/event.ts'
import { isRead } from './register-operations.ts'

/** `x = 1`; the value alone when the only object has no name. */
export function valueText(key: string, value: Json): string {
  const text = printJson(value)
  return key === '' ? text : `${key} = ${text}`
}

/** `x = 1`, for what was written or returned. */
export function valueOf(operation: Operation): string {
  return valueText(operation.key, isRead(operation) ? operation.output : operation.input)
}

/** `read x = 1` or `wrote x = 1`. */
export function deed(operation: Operation): string {
  return `${isRead(operation) ? 'read' : 'wrote'} ${valueOf(operation)}`
}

/** `read x = 1` or `written x = 1`, behind a "had". */
export function doneDeed(operation: Operation): string {
  return `${isRead(operation) ? 'read' : 'written'} ${valueOf(operation)}`
}

/** `c1 read x = 1`. */
export function what(operation: Operation): string {
  return `${operation.process} ${deed(operation)}`
}
