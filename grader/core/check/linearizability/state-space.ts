/**
 * The states that a search has met, as small numbers, and what each operation makes of
 * each. A model is asked once for each pair of a state and a kind of operation.
 *
 * All transitions share one hash table: a table for each state would be mostly empty.
 */
import { assert } from '../../assert.ts'
import type { Operation } from '../../history/operation.ts'
import { canonicalText } from '../../json.ts'
import type { Model, StateKey } from '../models/model.ts'

/** Number of a state. */
export type StateId = number
/** What `next` returns for an operation that is not legal in a state. */
export const ILLEGAL = -1

const FREE = -1
/** State, class and next state. */
const STRIDE = 3

export class StateSpace {
  readonly #model: Model
  readonly #states: unknown[] = []
  readonly #ids = new Map<StateKey, StateId>()
  /** For each class of equal operations, one of them. */
  readonly #samples: Operation[] = []
  readonly #classes = new Map<string, number>()
  #table = new Int32Array(64 * STRIDE).fill(FREE)
  #mask = 63
  #count = 0

  /** The state before any operation. */
  readonly initial: StateId

  constructor(model: Model) {
    this.#model = model
    this.initial = this.#intern(model.init())
  }

  /** Operations of one class are equal in all that a model may look at. */
  classOf(operation: Operation): number {
    const { keysIndependent, processMatters } = this.#model
    const { f, key, process, input, output, outcome } = operation
    let text = `${f}\n${canonicalText(input)}\n`
    if (outcome !== 'info') text += canonicalText(output)
    if (!keysIndependent) text += `\n${JSON.stringify(key)}`
    if (processMatters) text += `\n${JSON.stringify(process)}`
    const known = this.#classes.get(text)
    if (known !== undefined) return known
    this.#classes.set(text, this.#samples.length)
    return this.#samples.push(operation) - 1
  }

  /** The state after an operation of a class, or `ILLEGAL`. */
  next(state: StateId, operationClass: number): StateId {
    let slot = mixed(state, operationClass) & this.#mask
    const table = this.#table
    for (;;) {
      const at = slot * STRIDE
      const known = table[at]
      if (known === FREE) break
      if (known === state && table[at + 1] === operationClass) return table[at + 2] as number
      slot = (slot + 1) & this.#mask
    }
    const next = this.#step(state, operationClass)
    this.#remember(state, operationClass, next)
    return next
  }

  /** The state that a number stands for. */
  state(id: StateId): unknown {
    return this.#states[id]
  }

  #step(state: StateId, operationClass: number): StateId {
    const sample = this.#samples[operationClass]
    assert(sample !== undefined, 'a class comes from classOf')
    const next = this.#model.step(this.#states[state], sample)
    return next === undefined ? ILLEGAL : this.#intern(next)
  }

  #intern(state: unknown): StateId {
    const key = this.#model.key(state)
    const known = this.#ids.get(key)
    if (known !== undefined) return known
    const id = this.#states.push(state) - 1
    this.#ids.set(key, id)
    return id
  }

  #remember(state: StateId, operationClass: number, next: StateId): void {
    if (++this.#count * 2 > this.#mask) this.#grow()
    let slot = mixed(state, operationClass) & this.#mask
    while (this.#table[slot * STRIDE] !== FREE) slot = (slot + 1) & this.#mask
    this.#table[slot * STRIDE] = state
    this.#table[slot * STRIDE + 1] = operationClass
    this.#table[slot * STRIDE + 2] = next
  }

  #grow(): void {
    const old = this.#table
    this.#mask = this.#mask * 2 + 1
    this.#table = new Int32Array((this.#mask + 1) * STRIDE).fill(FREE)
    for (let at = 0; at < old.length; at += STRIDE) {
      const state = old[at] as number
      if (state === FREE) continue
      let slot = mixed(state, old[at + 1] as number) & this.#mask
      while (this.#table[slot * STRIDE] !== FREE) slot = (slot + 1) & this.#mask
      this.#table.set(old.subarray(at, at + STRIDE), slot * STRIDE)
    }
  }
}

function mixed(state: number, operationClass: number): number {
  const hash = Math.imul(state ^ Math.imul(operationClass, 0x85ebca6b), 0x9e3779b1)
  return hash ^ (hash >>> 15)
}
