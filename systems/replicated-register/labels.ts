/** Short words for what replicated registers send and show, for drawings. */
import type { RegisterCommand, Value, Versioned } from './register-node.ts'

/** A word or two on the arrow of a message: `copy 42`, `ask read`. */
export function registerMessageLabel(body: string): string {
  const message = JSON.parse(body) as {
    readonly type: string
    readonly key?: string
    readonly command?: RegisterCommand
    readonly copy?: Versioned
    readonly copies?: Readonly<Record<string, Versioned>>
  }
  const { type, key, command, copy, copies } = message
  if (command !== undefined) return `${type} ${command.kind}`
  if (copies !== undefined) return type
  const named = key === undefined || key === '' ? '' : ` ${key}`
  return copy === undefined ? type + named : `${type}${named} ${shown(copy.value)}`
}

/** True for the messages that only say that a node is alive or compare copies. */
export function isRegisterNoise(body: string): boolean {
  const { type } = JSON.parse(body) as { readonly type: string }
  return type === 'beat' || type === 'repair'
}

/** What a node holds: `42`, or `x 1, y 2` where keys have names. */
export function registerStateLabel(fields: { readonly copies?: unknown }): string {
  const copies = (fields.copies ?? {}) as Readonly<Record<string, Versioned>>
  return Object.entries(copies)
    .map(([key, { value }]) => (key === '' ? shown(value) : `${key} ${shown(value)}`))
    .join(', ')
}

function shown(value: Value): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
