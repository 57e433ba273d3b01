/**
 * Notes which line of the learner's code asked for each effect and last changed each watched
 * field. It reads stack traces, which costs far more than what it watches: a run gets a
 * recorder only when somebody will read its story. What the code does and what the run
 * gives are the same with and without one.
 */
import type { CallLines, Place } from '#core'
import { positionInStack, positionOfText } from './code-position.ts'

interface OpenCall {
  handler: Place
  readonly effects: Place[]
  readonly fields: Record<string, Place>
}

/** Methods that change an array where it is, so that its field is not assigned. */
const MUTATORS = ['push', 'pop', 'shift', 'unshift', 'splice', 'sort', 'reverse', 'fill'] as const

const sourceTextOf = Function.prototype.toString

export class LineRecorder {
  readonly #code: string
  readonly #calls: OpenCall[] = []

  /** @param code the compiled text that the nodes run */
  constructor(code: string) {
    this.#code = code
  }

  /** One record for each handler call so far, whichever node it was on. */
  get calls(): readonly CallLines[] {
    return this.#calls
  }

  /** A handler call begins. */
  begin(): void {
    this.#calls.push({ handler: { line: 0, column: 0 }, effects: [], fields: {} })
  }

  /** This function handles the call; one of the kit's own is not in the learner's text. */
  handler(handler: unknown): void {
    const call = this.#calls.at(-1)
    if (call === undefined || typeof handler !== 'function') return
    call.handler = positionOfText(this.#code, sourceTextOf.call(handler))
  }

  /** The learner's code asks for an effect. */
  effect(): void {
    this.#calls.at(-1)?.effects.push(here())
  }

  /** From now on notes who assigns these fields of a new node. */
  watch(node: object, fields: readonly string[]): void {
    for (const field of fields) this.#watchField(node, field)
  }

  /** Turns a plain field into a pair of accessors in the same place of the object. */
  #watchField(node: object, field: string): void {
    const plain = Object.getOwnPropertyDescriptor(node, field)
    if (plain === undefined || plain.configurable !== true || plain.writable !== true) return
    let value: unknown = plain.value
    const isCurrent = (other: unknown) => value === other
    const note = () => this.#changed(field)
    noteChanges(value, isCurrent, note)
    Object.defineProperty(node, field, {
      configurable: true,
      enumerable: plain.enumerable ?? true,
      get: () => value,
      set(next: unknown) {
        note()
        value = next
        noteChanges(next, isCurrent, note)
      },
    })
  }

  #changed(field: string): void {
    const call = this.#calls.at(-1)
    if (call !== undefined) call.fields[field] = here()
  }
}

/**
 * Notes calls that change an array where it is, for as long as it is the value of its field.
 * The methods are hidden from loops, copies and JSON; elements set by index are not seen.
 */
function noteChanges(value: unknown, isCurrent: (value: unknown) => boolean, note: () => void) {
  if (!Array.isArray(value) || !Object.isExtensible(value)) return
  const array: unknown[] = value
  for (const name of MUTATORS) {
    const original = array[name] as (...args: unknown[]) => unknown
    Object.defineProperty(array, name, {
      configurable: true,
      enumerable: false,
      writable: true,
      value(...args: unknown[]): unknown {
        if (isCurrent(array)) note()
        return original.apply(this, args)
      },
    })
  }
}

/** Where in the learner's code we were called from. */
function here(): Place {
  return positionInStack(String(new Error('where').stack))
}
