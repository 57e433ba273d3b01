/**
 * A history of transactions, prepared for the checkers: which keys there are, and who wrote
 * which value of each. A value names the write that it came from, so no key may be given the
 * same value twice (Kingsbury and Alvaro, "Elle", VLDB 2020, section 4: recoverability).
 *
 * A transaction is known by its place in the history, a version by its place in `versions`.
 */
import type { History, Operation } from '../../history/operation.ts'
import type { Json } from '../../trace/event.ts'
import type { StateKey } from '../models/model.ts'
import { isList, showValue, valueKey } from '../models/value.ts'
import { type MicroOperation, microOperations } from './micro-operations.ts'

/** Registers hold the value written last; lists hold all values appended, in order. */
export type Workload = 'rw-register' | 'list-append'

/** In place of a version: what a key holds before any write, null or the empty list. */
export const INITIAL = -1

/** One write, or one append. */
export interface Version {
  readonly key: number
  readonly value: Json
  /** The transaction that wrote it. */
  readonly writer: number
  /** The version of the same key that its own transaction wrote before it, or INITIAL. */
  readonly former: number
}

export type Step =
  | { readonly kind: 'read'; readonly key: number; readonly value: Json }
  | { readonly kind: 'write'; readonly key: number; readonly version: number }

export interface Transaction {
  readonly operation: Operation
  /** Only the writes, unless the transaction is known to have committed. */
  readonly steps: readonly Step[]
}

export interface Transactions {
  readonly workload: Workload
  /** The keys as people read them. */
  readonly keys: readonly string[]
  readonly transactions: readonly Transaction[]
  readonly versions: readonly Version[]
  /** 1 for each version that its own transaction did not write over. */
  readonly isFinal: Uint8Array
  /** The version of a key that has this value; undefined when nobody wrote it. */
  readonly find: (key: number, value: Json) => number | undefined
}

/** Prepares a history; a string says in one sentence why it cannot be judged. */
export function readTransactions({ operations }: History): Transactions | string {
  const all: (readonly MicroOperation[])[] = []
  for (const operation of operations) {
    const steps = microOperations(operation)
    if (typeof steps === 'string') return steps
    all.push(steps)
  }
  const workload = workloadOf(all, operations)
  if (workload !== 'rw-register' && workload !== 'list-append') return workload.problem
  const reader = new TransactionReader(workload)
  for (const [index, steps] of all.entries()) {
    const problem = reader.add(operations[index] as Operation, steps)
    if (problem !== undefined) return problem
  }
  return reader.done()
}

function workloadOf(
  all: readonly (readonly MicroOperation[])[],
  operations: readonly Operation[],
): Workload | { readonly problem: string } {
  let writer = -1
  let appender = -1
  let listReader = -1
  for (const [index, steps] of all.entries()) {
    for (const { kind, value } of steps) {
      if (kind === 'write') writer = index
      else if (kind === 'append') appender = index
      else if (isList(value)) listReader = index
    }
  }
  if (writer >= 0 && appender >= 0) {
    const [w, a] = [operations[writer]?.id, operations[appender]?.id]
    return {
      problem:
        `Operation ${w} writes and operation ${a} appends: give registers ("w") and lists ` +
        '("append") in histories of their own.',
    }
  }
  return appender >= 0 || (writer < 0 && listReader >= 0) ? 'list-append' : 'rw-register'
}

/** Collects keys, versions and steps, transaction by transaction. */
class TransactionReader {
  readonly #workload: Workload
  readonly #keys: string[] = []
  readonly #keyOf = new Map<StateKey, number>()
  readonly #versionOf: Map<StateKey, number>[] = []
  readonly #versions: Version[] = []
  readonly #transactions: Transaction[] = []

  constructor(workload: Workload) {
    this.#workload = workload
  }

  /** Takes the next transaction; returns what is wrong with it, if anything. */
  add(operation: Operation, all: readonly MicroOperation[]): string | undefined {
    const steps: Step[] = []
    const latest = new Map<number, number>()
    for (const { kind, key: rawKey, value } of all) {
      if (kind === 'read' && operation.outcome !== 'ok') continue
      const key = this.#key(rawKey)
      if (kind === 'read') {
        const problem = this.#problemOfRead(operation, key, value)
        if (problem !== undefined) return problem
        steps.push({ kind: 'read', key, value })
        continue
      }
      const problem = this.#problemOfWrite(operation, key, value)
      if (problem !== undefined) return problem
      const writer = this.#transactions.length
      const version = this.#versions.length
      const former = latest.get(key) ?? INITIAL
      latest.set(key, version)
      this.#versionOf[key]?.set(valueKey(value), version)
      this.#versions.push({ key, value, writer, former })
      steps.push({ kind: 'write', key, version })
    }
    this.#transactions.push({ operation, steps })
    return undefined
  }

  done(): Transactions {
    const versionOf = this.#versionOf
    const isFinal = new Uint8Array(this.#versions.length).fill(1)
    for (const { former } of this.#versions) if (former !== INITIAL) isFinal[former] = 0
    return {
      workload: this.#workload,
      keys: this.#keys,
      transactions: this.#transactions,
      versions: this.#versions,
      isFinal,
      find: (key, value) => versionOf[key]?.get(valueKey(value)),
    }
  }

  #key(raw: Json): number {
    const identity = valueKey(raw)
    const known = this.#keyOf.get(identity)
    if (known !== undefined) return known
    const key = this.#keys.length
    this.#keyOf.set(identity, key)
    this.#keys.push(typeof raw === 'string' ? raw : showValue(raw))
    this.#versionOf.push(new Map())
    return key
  }

  #problemOfRead({ id }: Operation, key: number, value: Json): string | undefined {
    if (this.#workload === 'rw-register' || value === null || isList(value)) return undefined
    const found = `${showValue(value)} from ${this.#keys[key]}`
    return `Operation ${id} read ${found}, which is appended to: a read must see a list, or null.`
  }

  #problemOfWrite({ id }: Operation, key: number, value: Json): string | undefined {
    const name = this.#keys[key]
    if (this.#workload === 'rw-register' && value === null) {
      const meaning = 'null stands for "not written yet", so write another value'
      return `Operation ${id} writes null to ${name}: ${meaning}.`
    }
    const known = this.#versionOf[key]?.get(valueKey(value))
    if (known === undefined) return undefined
    const first = this.#transactions[this.#versions[known]?.writer ?? -1]
    const where = first === undefined ? 'the same transaction' : `operation ${first.operation.id}`
    return (
      `Operation ${id} writes ${showValue(value)} to ${name}, as ${where} does: a read cannot tell ` +
      'the two apart. Write a different value each time.'
    )
  }
}
