/**
 * A history of reads and writes, prepared for the checkers of causal consistency and of session
 * guarantees: who read from whom, and what came before it in its session.
 *
 * A read is matched with its write by the value, so writes of one key should write different
 * values ("differentiated" histories: Bouajjani et al., POPL 2017). A read whose
 * value was written twice is left out and noted: what is wrong without it is wrong with it too,
 * but nothing can be called right. Failed operations did not happen. A read without an answer
 * says nothing. A write without one happened when somebody read it; otherwise leaving it out
 * only makes the history easier to explain.
 */

import type { History, Operation } from '../../history/operation.ts'
import type { Json } from '../../trace/event.ts'
import type { Anomaly } from '../history-verdict.ts'
import { numberOf } from '../name-numbers.ts'
import { isRead, isWrite, problemWith } from './register-operations.ts'
import { type ValueIdentity, valueIdentities } from './value-identity.ts'
import { valueText, what } from './wording.ts'

export interface RegisterOptions {
  /** What every key holds before its first write. */
  readonly initial: Json
}

/** In `source`: the read returned the initial value. */
export const INITIAL = -1
/** In `source`: this is a write. In `previous`: this is the first of its session. */
export const NONE = -2

/**
 * One entry per operation that counts, in order of calls; entries are called nodes. Arrays
 * of numbers, because a history may hold a hundred thousand of them.
 */
export interface RegisterHistory {
  readonly size: number
  readonly operations: readonly Operation[]
  readonly processCount: number
  readonly keyCount: number
  /** The node's index in `operations`. */
  readonly operationOf: Int32Array
  readonly process: Int32Array
  readonly key: Int32Array
  readonly isWrite: Uint8Array
  /**
   * 1 for a write whose outcome the client never learnt, and that somebody read. It took effect
   * at some time after its call: after what its session did before, and in no order with what
   * its session did later.
   */
  readonly isPending: Uint8Array
  /** The write that a read returned, or INITIAL; NONE for a write. */
  readonly source: Int32Array
  /** The node before it in its session, pending ones left out, or NONE. */
  readonly previous: Int32Array
  /** Why some reads were left out, if any were. */
  readonly ambiguity: string | undefined
  /** The sessions and keys of the reads that were left out: `process * keyCount + key`. */
  readonly leftOut: ReadonlySet<number>
  /** A read of a value that nobody wrote, if there is one. */
  readonly thinAir: Anomaly | undefined
}

/** What becomes of an operation. */
const DROPPED = 0
const KEPT = 1
/** A read whose value was written more than once. */
const LEFT_OUT = 2

/** What a read may have returned: one write, or several that cannot be told apart. */
interface Writers {
  readonly first: number
  others: number[] | undefined
}

/**
 * Prepares `history`; or says why it cannot be judged: it is not well formed, or has operations
 * that are neither reads (`read`, `get`) nor writes (`write`, `put`).
 */
export function readRegisters(
  history: History,
  { initial }: RegisterOptions,
): RegisterHistory | { readonly unjudged: string } {
  const unjudged = problemWith(history)
  if (unjudged !== undefined) return { unjudged }
  const { operations } = history
  const identityOf = valueIdentities()
  const initialIdentity = identityOf(initial)
  const writers = new Map<string, Map<ValueIdentity, Writers>>()
  for (const [index, operation] of operations.entries()) {
    if (operation.outcome === 'fail' || isRead(operation)) continue
    addWriter(writers, operation.key, identityOf(operation.input), index)
  }

  const sources = new Int32Array(operations.length).fill(NONE)
  const kept = new Uint8Array(operations.length)
  let ambiguity: string | undefined
  let thinAir: Anomaly | undefined
  for (const [index, operation] of operations.entries()) {
    if (operation.outcome !== 'ok') continue
    kept[index] = KEPT
    if (!isRead(operation)) continue
    const identity = identityOf(operation.output)
    const found = writers.get(operation.key)?.get(identity)
    const isInitial = identity === initialIdentity
    if (found !== undefined && (found.others !== undefined || isInitial)) {
      kept[index] = LEFT_OUT
      ambiguity ??= ambiguityOf(operations, operation, found)
    } else if (found !== undefined) {
      sources[index] = found.first
      kept[found.first] = KEPT
    } else if (isInitial) {
      sources[index] = INITIAL
    } else {
      kept[index] = DROPPED
      thinAir ??= thinAirRead(operations, operation, identityOf)
    }
  }
  return { ...numbered(operations, kept, sources), ambiguity, thinAir }
}

function addWriter(
  writers: Map<string, Map<ValueIdentity, Writers>>,
  key: string,
  value: ValueIdentity,
  index: number,
): void {
  let ofKey = writers.get(key)
  if (ofKey === undefined) {
    ofKey = new Map()
    writers.set(key, ofKey)
  }
  const known = ofKey.get(value)
  if (known === undefined) ofKey.set(value, { first: index, others: undefined })
  else known.others = [...(known.others ?? []), index].slice(0, 2)
}

function ambiguityOf(
  operations: readonly Operation[],
  read: Operation,
  { first, others }: Writers,
): string {
  const ids = [first, ...(others ?? [])].map((index) => operations[index]?.id ?? index)
  const sources =
    others === undefined
      ? `the initial value and what operation ${ids.join()} wrote`
      : `what operations ${ids.slice(0, 2).join(' and ')} wrote`
  return (
    `Operation ${read.id} read ${valueText(read.key, read.output)}, which is both ${sources}: ` +
    'nobody can tell which one it saw. Write a different value each time.'
  )
}

function thinAirRead(
  operations: readonly Operation[],
  read: Operation,
  identityOf: (value: Json) => ValueIdentity,
): Anomaly {
  const value = identityOf(read.output)
  const failed = operations.find(
    (each) =>
      each.outcome === 'fail' &&
      isWrite(each) &&
      each.key === read.key &&
      identityOf(each.input) === value,
  )
  return {
    kind: 'thin-air-read',
    message:
      failed === undefined
        ? `${what(read)}, which nobody had written.`
        : `${what(read)}, but ${failed.process} was told that its write of that value had failed.`,
    operations: failed === undefined ? [read.id] : [failed.id, read.id],
    relations: [],
  }
}

/** Gives the kept operations consecutive numbers, and keys and processes too. */
function numbered(
  operations: readonly Operation[],
  kept: Uint8Array,
  sources: Int32Array,
): Omit<RegisterHistory, 'ambiguity' | 'thinAir'> {
  const size = kept.reduce((sum, each) => (each === KEPT ? sum + 1 : sum), 0)
  const nodeOf = new Int32Array(operations.length)
  const columns = {
    operationOf: new Int32Array(size),
    process: new Int32Array(size),
    key: new Int32Array(size),
    isWrite: new Uint8Array(size),
    isPending: new Uint8Array(size),
    source: new Int32Array(size).fill(NONE),
    previous: new Int32Array(size).fill(NONE),
  }
  const keys = new Map<string, number>()
  const processes = new Map<string, number>()
  const last: number[] = []
  let node = 0
  const leftOut: [process: number, key: number][] = []
  for (const [index, operation] of operations.entries()) {
    if (kept[index] === DROPPED) continue
    const process = numberOf(operation.process, processes)
    const key = numberOf(operation.key, keys)
    if (kept[index] === LEFT_OUT) {
      leftOut.push([process, key])
      continue
    }
    nodeOf[index] = node
    columns.operationOf[node] = index
    columns.process[node] = process
    columns.key[node] = key
    columns.isWrite[node] = isRead(operation) ? 0 : 1
    columns.previous[node] = last[process] ?? NONE
    if (operation.outcome === 'info') columns.isPending[node] = 1
    else last[process] = node
    node++
  }
  for (node = 0; node < size; node++) {
    const source = sources[columns.operationOf[node] as number] as number
    columns.source[node] = source >= 0 ? (nodeOf[source] as number) : source
  }
  return {
    size,
    operations,
    ...columns,
    processCount: processes.size,
    keyCount: keys.size,
    leftOut: new Set(leftOut.map(([process, key]) => process * keys.size + key)),
  }
}
