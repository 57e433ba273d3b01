/**
 * Looks for one order that explains everything, without ever going back: of all that may come
 * next, what happened first does. When it gets to the end, the order proves that the history
 * could have come from such a system; when it gets stuck, nothing is known. Linear but for a
 * logarithm, so it settles long histories of well-behaved systems, which a search never could.
 *
 * A write must wait until everybody has read the value that it replaces. With two moments for
 * each transaction, a snapshot must wait while another one that writes the same key is open.
 */
import { type Dependencies, looseWriters } from './dependencies.ts'
import { EarliestFirst } from './earliest-first.ts'
import type { Graph } from './graph.ts'
import type { StepCounter } from './steps.ts'
import { INITIAL } from './transactions.ts'

export interface Moments {
  /** What must come before what. */
  readonly graph: Graph
  /** The kinds of its edges that count. */
  readonly mask: number
  /** One node for each transaction, or its snapshot and its commit one after the other. */
  readonly perTransaction: 1 | 2
}

/** True when it found an order. One step is one moment tried, or one edge behind it. */
export function findSchedule(
  dependencies: Dependencies,
  moments: Moments,
  steps: StepCounter,
): boolean {
  return new Scheduler(dependencies, moments, steps).run()
}

interface Work {
  /** How often it reads the current value of each key, by key. */
  readonly reads: number[]
  readonly writes: { readonly key: number; readonly readerCount: number }[]
}

const NOBODY = -1

class Scheduler {
  readonly #dependencies: Dependencies
  readonly #graph: Graph
  readonly #moments: Moments
  /** Nodes that must still come before each node. */
  readonly #before: Int32Array
  readonly #ready: EarliestFirst
  /** Of transactions that read or write keys whose order is not known. */
  readonly #work = new Map<number, Work>()
  /** Of each key, how many must still read its current value. */
  readonly #readersLeft: Int32Array
  /** Of each key, the transaction between snapshot and commit that writes it. */
  readonly #holder: Int32Array
  /** Who waits at each gate. */
  readonly #waiting = new Map<number, number[]>()
  /** The gate at which a node waited last. */
  readonly #wokenBy = new Map<number, number>()
  readonly #steps: StepCounter

  constructor(dependencies: Dependencies, moments: Moments, steps: StepCounter) {
    this.#steps = steps
    this.#dependencies = dependencies
    this.#moments = moments
    this.#graph = moments.graph
    const { keys } = dependencies.history
    this.#readersLeft = new Int32Array(keys.length)
    this.#holder = new Int32Array(keys.length).fill(NOBODY)
    this.#before = new Int32Array(this.#graph.nodeCount)
    this.#ready = new EarliestFirst(this.#priorities())
    this.#planWork()
  }

  run(): boolean {
    const { nodeCount, to, kind } = this.#graph
    this.#eachEdge((edge) => {
      const target = to[edge] as number
      this.#before[target] = (this.#before[target] as number) + 1
    })
    for (let node = 0; node < nodeCount; node++) {
      if (this.#before[node] === 0) this.#ready.push(node)
    }
    let placed = 0
    for (let node = this.#ready.pop(); node !== undefined; node = this.#ready.pop()) {
      const end = this.#graph.first[node + 1] as number
      if (!this.#steps.spend(1 + end - (this.#graph.first[node] as number))) return false
      const gate = this.#closedGate(node)
      if (gate !== undefined) {
        this.#wait(node, gate)
        continue
      }
      placed++
      this.#place(node)
      for (let edge = this.#graph.first[node] as number; edge < end; edge++) {
        if (((kind[edge] as number) & this.#moments.mask) === 0) continue
        const target = to[edge] as number
        const left = (this.#before[target] as number) - 1
        this.#before[target] = left
        if (left === 0) this.#ready.push(target)
      }
    }
    return placed === nodeCount
  }

  #eachEdge(visit: (edge: number) => void): void {
    const { kind } = this.#graph
    for (let edge = 0; edge < kind.length; edge++) {
      if (((kind[edge] as number) & this.#moments.mask) !== 0) visit(edge)
    }
  }

  /** A snapshot is tried in order of calls, all else in order of returns. */
  #priorities(): Float64Array {
    const { transactions } = this.#dependencies.history
    const result = new Float64Array(this.#graph.nodeCount).fill(Number.NEGATIVE_INFINITY)
    for (const [index, { operation }] of transactions.entries()) {
      const { perTransaction } = this.#moments
      result[index * perTransaction] = operation.call
      result[(index + 1) * perTransaction - 1] = operation.return ?? operation.call
    }
    return result
  }

  #planWork(): void {
    const { history, orders, readersOf, initialReaders } = this.#dependencies
    const isRegister = history.workload === 'rw-register'
    for (const order of orders) {
      const { key } = order
      const writers = looseWriters(history, order)
      if (writers.size < 2) continue
      // In a list, who must read before whom is known already.
      const readersAt = (version: number) => {
        if (!isRegister) return []
        return (version === INITIAL ? initialReaders.get(key) : readersOf.get(version)) ?? []
      }
      const first = readersAt(INITIAL)
      this.#readersLeft[key] = first.length
      for (const reader of first) this.#workOf(reader).reads.push(key)
      for (const [writer, version] of writers) {
        const readers = readersAt(version)
        this.#workOf(writer).writes.push({ key, readerCount: readers.length })
        for (const reader of readers) this.#workOf(reader).reads.push(key)
      }
    }
  }

  #workOf(transaction: number): Work {
    const known = this.#work.get(transaction)
    if (known !== undefined) return known
    const work: Work = { reads: [], writes: [] }
    this.#work.set(transaction, work)
    return work
  }

  /** The work of the transaction of which `node` is a moment. */
  #workAt(node: number): Work | undefined {
    return this.#work.get(this.#transactionAt(node))
  }

  #transactionAt(node: number): number {
    return Math.floor(node / this.#moments.perTransaction)
  }

  #isSnapshot(node: number): boolean {
    return this.#moments.perTransaction === 1 || node % 2 === 0
  }

  #isCommit(node: number): boolean {
    return this.#moments.perTransaction === 1 || node % 2 === 1
  }

  /** The first gate at which this node must wait. */
  #closedGate(node: number): number | undefined {
    if (node >= this.#graph.transactionCount) return undefined
    const work = this.#workAt(node)
    if (work === undefined) return undefined
    if (!this.#isCommit(node)) {
      const held = work.writes.find(({ key }) => this.#holder[key] !== NOBODY)
      return held === undefined ? undefined : holderGate(held.key)
    }
    // Who updates what it reads comes after all other readers, so it never waits for itself.
    const isAlone = this.#moments.perTransaction === 1
    const mine = (key: number) => (isAlone && work.reads.includes(key) ? 1 : 0)
    const unread = work.writes.find(({ key }) => this.#readersLeft[key] !== mine(key))
    return unread === undefined ? undefined : readersGate(unread.key)
  }

  #wait(node: number, gate: number): void {
    const waiting = this.#waiting.get(gate)
    if (waiting === undefined) this.#waiting.set(gate, [node])
    else waiting.push(node)
    // The gate that was opened for it is left to another.
    const former = this.#wokenBy.get(node)
    this.#wokenBy.delete(node)
    if (former !== undefined && former !== gate) this.#open(former)
  }

  #open(gate: number): void {
    const node = this.#waiting.get(gate)?.shift()
    if (node === undefined) return
    this.#wokenBy.set(node, gate)
    this.#ready.push(node)
  }

  #place(node: number): void {
    if (node >= this.#graph.transactionCount) return
    const work = this.#workAt(node)
    if (work === undefined) return
    const transaction = this.#transactionAt(node)
    if (this.#isSnapshot(node)) {
      for (const key of work.reads) {
        const left = (this.#readersLeft[key] as number) - 1
        this.#readersLeft[key] = left
        if (left === 0) this.#open(readersGate(key))
      }
      for (const { key } of work.writes) this.#holder[key] = transaction
    }
    if (!this.#isCommit(node)) return
    for (const { key, readerCount } of work.writes) {
      this.#readersLeft[key] = readerCount
      this.#holder[key] = NOBODY
      this.#open(holderGate(key))
      if (readerCount === 0) this.#open(readersGate(key))
    }
  }
}

/** Where a snapshot waits until no other one that writes the key is open. */
function holderGate(key: number): number {
  return 2 * key
}

/** Where a commit waits until everybody has read the value that it replaces. */
function readersGate(key: number): number {
  return 2 * key + 1
}
