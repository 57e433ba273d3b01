/**
 * Plain data as text: what a node remembers between two steps of an exploration.
 *
 * Equal data has equal text, in whatever order it was put together: keys of objects and of
 * maps and members of sets are sorted, numbers by value and before all else. The text is
 * JSON, in which an array begins with a number that says what it stands for.
 */
import { otherPlace, placeText } from './place-in-data.ts'

/** First members of arrays. */
export const TAG = {
  array: 0,
  map: 1,
  set: 2,
  undefined: 3,
  notANumber: 4,
  minusZero: 5,
  infinity: 6,
  minusInfinity: 7,
  bigint: 8,
  /** A place in an array that was never set. */
  hole: 9,
  /** An object without a prototype, as dictionaries often are. */
  bareObject: 10,
} as const

/** Something that cannot be text. The message names it and says where it is. */
export class NotPlainDataError extends Error {
  override readonly name = 'NotPlainDataError'
}

type Fields = { readonly [name: string]: unknown }

/**
 * The text of fields with plain data.
 * @param except names that are left out
 * @throws NotPlainDataError for anything that would not be the same when it is read back
 */
export function writePlain(fields: object, except: ReadonlySet<string> = new Set()): string {
  return new Writer(fields as Fields).text(except)
}

interface Entry {
  readonly key: unknown
  readonly keyText: string
  readonly text: string
}

class Writer {
  readonly #root: Fields
  /** Where in the data the writer is, for messages. */
  readonly #place: unknown[] = []
  readonly #seen = new Set<object>()

  constructor(root: Fields) {
    this.#root = root
  }

  text(except: ReadonlySet<string>): string {
    const names = Object.keys(this.#root).filter((name) => !except.has(name))
    this.#refuseSymbols(this.#root)
    return this.#entries(this.#root, names)
  }

  #value(value: unknown): string {
    switch (typeof value) {
      case 'string':
        return JSON.stringify(value)
      case 'number':
        return numberText(value)
      case 'boolean':
        return value ? 'true' : 'false'
      case 'undefined':
        return `[${TAG.undefined}]`
      case 'bigint':
        return `[${TAG.bigint},"${value}"]`
      case 'object':
        return value === null ? 'null' : this.#object(value)
      case 'function':
        throw this.#refusal('holds a function: make it a method of the class')
      default:
        throw this.#refusal(`holds a ${typeof value}`)
    }
  }

  #object(value: object): string {
    if (this.#seen.has(value)) throw this.#repetition(value)
    this.#seen.add(value)
    const prototype = Object.getPrototypeOf(value) as object | null
    if (prototype === Object.prototype) return this.#plainObject(value as Fields)
    if (prototype === Array.prototype) return this.#array(value as readonly unknown[])
    if (prototype === Map.prototype) return this.#map(value as ReadonlyMap<unknown, unknown>)
    if (prototype === Set.prototype) return this.#set(value as ReadonlySet<unknown>)
    if (prototype === null) return `[${TAG.bareObject},${this.#plainObject(value as Fields)}]`
    throw this.#refusal(`holds ${nameOf(prototype)}: use a plain object, array, Map or Set`)
  }

  #plainObject(value: Fields): string {
    this.#refuseSymbols(value)
    return this.#entries(value, Object.keys(value))
  }

  #entries(value: Fields, names: string[]): string {
    let text = ''
    for (const name of names.sort()) {
      this.#place.push(name)
      text += `${text === '' ? '{' : ','}${JSON.stringify(name)}:${this.#value(value[name])}`
      this.#place.pop()
    }
    return text === '' ? '{}' : `${text}}`
  }

  #array(value: readonly unknown[]): string {
    let text = `[${TAG.array}`
    let set = 0
    for (let index = 0; index < value.length; index++) {
      this.#place.push(index)
      const isSet = index in value
      if (isSet) set++
      text += isSet ? `,${this.#value(value[index])}` : `,[${TAG.hole}]`
      this.#place.pop()
    }
    if (Object.keys(value).length > set) throw this.#refusal('is an array with fields of its own')
    return `${text}]`
  }

  #map(value: ReadonlyMap<unknown, unknown>): string {
    this.#refuseFields(value, 'Map')
    const entries: Entry[] = []
    for (const [key, item] of value) {
      this.#place.push(key)
      const keyText = this.#value(key)
      entries.push({ key, keyText, text: `${keyText},${this.#value(item)}` })
      this.#place.pop()
    }
    return `[${TAG.map}${sorted(entries)}]`
  }

  #set(value: ReadonlySet<unknown>): string {
    this.#refuseFields(value, 'Set')
    const entries: Entry[] = []
    for (const key of value) {
      this.#place.push(key)
      const keyText = this.#value(key)
      entries.push({ key, keyText, text: keyText })
      this.#place.pop()
    }
    return `[${TAG.set}${sorted(entries)}]`
  }

  #refuseSymbols(value: object): void {
    if (Object.getOwnPropertySymbols(value).length > 0) throw this.#refusal('has a symbol as key')
  }

  #refuseFields(value: object, kind: string): void {
    if (Reflect.ownKeys(value).length > 0)
      throw this.#refusal(`is a ${kind} with fields of its own`)
  }

  /** One object in two places would come back as two. */
  #repetition(value: object): NotPlainDataError {
    const first = otherPlace(this.#root, value, this.#place) ?? []
    const name = `\`${placeText(first)}\``
    const isInside = first.every((part, index) => part === this.#place[index])
    return this.#refusal(
      isInside
        ? `leads back to ${name}, which it is a part of`
        : `holds the very object that ${name} holds: store a copy, such as { ...it }`,
    )
  }

  #refusal(what: string): NotPlainDataError {
    const place = placeText(this.#place)
    return new NotPlainDataError(place === '' ? `the node ${what}` : `field \`${place}\` ${what}`)
  }
}

function numberText(value: number): string {
  if (Number.isFinite(value)) return Object.is(value, -0) ? `[${TAG.minusZero}]` : String(value)
  if (Number.isNaN(value)) return `[${TAG.notANumber}]`
  return value > 0 ? `[${TAG.infinity}]` : `[${TAG.minusInfinity}]`
}

/** Each entry with a comma before it. */
function sorted(entries: Entry[]): string {
  return entries
    .sort(byKey)
    .map(({ text }) => `,${text}`)
    .join('')
}

/** Numbers in their own order, so that a log by index is read back in the order of the log. */
function byKey(a: Entry, b: Entry): number {
  const isNumberA = isOrderedNumber(a.key)
  const isNumberB = isOrderedNumber(b.key)
  if (isNumberA && isNumberB) return (a.key as number) - (b.key as number)
  if (isNumberA !== isNumberB) return isNumberA ? -1 : 1
  return a.keyText < b.keyText ? -1 : a.keyText > b.keyText ? 1 : 0
}

function isOrderedNumber(key: unknown): boolean {
  return typeof key === 'number' && !Number.isNaN(key)
}

/** `an instance of Date`, as far as it has a name. */
function nameOf(prototype: object): string {
  const maker: unknown = (prototype as { readonly constructor?: unknown }).constructor
  const name = typeof maker === 'function' ? maker.name : ''
  return name === '' ? 'an object of some class' : `an instance of ${name}`
}
