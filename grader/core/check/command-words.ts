/** Commands of replicated data types, and of key-value stores, as people say them. */
import { jsonFields, nameText, printJson } from '../json.ts'
import type { Json } from '../trace/event.ts'
import { commandText } from './key-value-command.ts'

/**
 * `increment by 2`, `add "a"`, `write "b"`: the same words for the same command, and for
 * no other. Undefined for anything else.
 */
export function dataTypeWords(command: Json): string | undefined {
  const { op, ...rest } = jsonFields(command) ?? {}
  const names = Object.keys(rest)
  const [name = ''] = names
  const argument = rest[name]
  if (op === 'laws' && names.length === 0) return 'a trial of its merge'
  if (names.length !== 1 || argument === undefined) return undefined
  if (name === 'by' && (op === 'increment' || op === 'decrement')) {
    return `${op} by ${nameText(argument)}`
  }
  if (name === 'element' && (op === 'add' || op === 'remove')) {
    return `${op} ${printJson(argument)}`
  }
  return name === 'value' && op === 'write' ? `write ${printJson(argument)}` : undefined
}

/** A command as sentences show it: in words where there are any. */
export function printCommand(command: Json): string {
  return commandText(command) ?? dataTypeWords(command) ?? printJson(command)
}
