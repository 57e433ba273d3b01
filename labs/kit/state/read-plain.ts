/** Reads back what `plain-data.ts` wrote. Every object in it is new. */
import { TAG } from './plain-data.ts'

/** The fields of a text that `writePlain` made. */
export function readPlain(text: string): { [name: string]: unknown } {
  const fields = JSON.parse(text) as { [name: string]: unknown }
  reviveFields(fields)
  return fields
}

/** Puts in place what the tagged arrays stand for. */
function reviveFields(fields: { [name: string]: unknown }): void {
  for (const name of Object.keys(fields)) {
    const value = fields[name]
    if (typeof value !== 'object' || value === null) continue
    const revived = revive(value)
    if (revived === value) continue
    if (name === '__proto__') define(fields, name, revived)
    else fields[name] = revived
  }
}

/** Assigning to `__proto__` would change what the object is. */
function define(fields: object, name: string, value: unknown): void {
  Object.defineProperty(fields, name, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  })
}

function revive(value: object): unknown {
  if (!Array.isArray(value)) {
    reviveFields(value as { [name: string]: unknown })
    return value
  }
  const [tag, ...parts] = value as unknown[]
  switch (tag) {
    case TAG.array:
      return arrayOf(parts)
    case TAG.map:
      return mapOf(parts.map(reviveAny))
    case TAG.set:
      return new Set(parts.map(reviveAny))
    case TAG.notANumber:
      return Number.NaN
    case TAG.minusZero:
      return -0
    case TAG.infinity:
      return Number.POSITIVE_INFINITY
    case TAG.minusInfinity:
      return Number.NEGATIVE_INFINITY
    case TAG.bigint:
      return BigInt(String(parts[0]))
    case TAG.bareObject:
      return Object.setPrototypeOf(reviveAny(parts[0]), null) as object
    default:
      return undefined
  }
}

function reviveAny(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? revive(value) : value
}

function arrayOf(parts: readonly unknown[]): unknown[] {
  const array: unknown[] = []
  // Places that are not set below stay holes.
  array.length = parts.length
  for (const [index, part] of parts.entries()) {
    if (!isHole(part)) array[index] = reviveAny(part)
  }
  return array
}

function isHole(part: unknown): boolean {
  return Array.isArray(part) && part[0] === TAG.hole
}

function mapOf(parts: readonly unknown[]): Map<unknown, unknown> {
  const map = new Map<unknown, unknown>()
  for (let index = 0; index < parts.length; index += 2) map.set(parts[index], parts[index + 1])
  return map
}
