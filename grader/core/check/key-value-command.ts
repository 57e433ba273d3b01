/** Commands of key-value stores as people say them. */

import { jsonFields, nameText, printJson } from '../json.ts'
import type { Json } from '../trace/event.ts'

/**
 * `put y = "a"`, `get y`, `append "a" to y`, `set y from "a" to "b"`: the same words for the
 * same command, and for no other. Undefined for anything that is not `{ op, key, … }`.
 */
export function commandText(command: Json): string | undefined {
  const { op, key, value = null, expected = null } = jsonFields(command) ?? {}
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

/** A command as sentences show it: in words where there are any. */
export function printCommand(command: Json): string {
  return commandText(command) ?? printJson(command)
}
