/** Commands of key-value stores as people say them. */

import { jsonFields, nameText } from '../json.ts'
import type { Json } from '../trace/event.ts'

/** A register without a name is read and written. */
function registerText(op: Json, value: Json): string | undefined {
  if (op === 'read') return 'read'
  return op === 'write' ? `write ${JSON.stringify(value)}` : undefined
}

/**
 * `put y = "a"`, `get y`, `append "a" to y`, `set y from "a" to "b"`: the same words for the
 * same command, and for no other; `read` and `write "a"` where there is no key. Undefined for
 * anything that is not `{ op, … }` of one of these kinds.
 */
export function commandText(command: Json): string | undefined {
  const { op, key, value = null, expected = null } = jsonFields(command) ?? {}
  if (key === undefined) return registerText(op ?? null, value)
  if (typeof op !== 'string' || typeof key !== 'string') return undefined
  const name = nameText(key)
  switch (op) {
    case 'get':
      return `get ${name}`
    case 'put':
      return `put ${name} = ${JSON.stringify(value)}`
    case 'append':
      return `append ${JSON.stringify(value)} to ${name}`
    case 'cas':
      return `set ${name} from ${JSON.stringify(expected)} to ${JSON.stringify(value)}`
    default:
      return undefined
  }
}
