/**
 * The dependencies that hold whatever the unknown order of writes is: who read from whom, who
 * overwrote whom, who overwrote what another had read (Adya, ICDE 2000, section 3.2, as inferred
 * by Kingsbury and Alvaro, "Elle", VLDB 2020, section 5).
 *
 * An edge may pass over others: "the second overwrote the first's value" also when a third did
 * so in between. A cycle through it can be walked the long way too, by edges of the same kind.
 */
import { type Graph, GraphBuilder, RW, WR, WW } from './graph.ts'
import type { ExternalRead, KeyOrder } from './observations.ts'
import { addProcessOrder, addRealTimeOrder } from './time-order.ts'
import { INITIAL, type Transactions } from './transactions.ts'

export interface Dependencies {
  readonly history: Transactions
  /** 1 for each transaction that took effect. */
  readonly isCommitted: Uint8Array
  readonly orders: readonly KeyOrder[]
  /** Who read each version from outside. */
  readonly readersOf: ReadonlyMap<number, readonly number[]>
  /** Who read each key before anything was written to it. */
  readonly initialReaders: ReadonlyMap<number, readonly number[]>
  readonly graph: Graph
}

interface Known {
  readonly reads: readonly ExternalRead[]
  readonly isCommitted: Uint8Array
  readonly orders: readonly KeyOrder[]
}

/** All that is certain, with the orders of sessions and of real time. */
export function dependenciesOf(history: Transactions, known: Known): Dependencies {
  const { reads, isCommitted, orders } = known
  const readersOf = new Map<number, number[]>()
  const initialReaders = new Map<number, number[]>()
  const builder = new GraphBuilder(history.transactions.length)
  for (const { transaction, key, version } of reads) {
    const [map, at] = version === INITIAL ? [initialReaders, key] : [readersOf, version]
    const readers = map.get(at)
    // Who reads one version twice, another in between, is one reader all the same.
    if (readers?.at(-1) === transaction) continue
    if (readers === undefined) map.set(at, [transaction])
    else readers.push(transaction)
    if (version === INITIAL) continue
    const from = writerOf(history, version)
    builder.addEdge({ from, to: transaction, kind: WR, left: version, right: version })
  }
  const found = { history, isCommitted, orders, readersOf, initialReaders }
  for (const order of orders) {
    addChain(found, order, builder)
    addLoose(found, order, builder)
    if (history.workload === 'rw-register') addUpdates(found, order, builder)
  }
  addProcessOrder(history, isCommitted, builder)
  addRealTimeOrder(history, isCommitted, builder)
  return { ...found, graph: builder.build() }
}

/** Write dependencies alone: all that counts where reads may see anything. */
export function writeDependencies(history: Transactions, orders: readonly KeyOrder[]): Graph {
  const builder = new GraphBuilder(history.transactions.length)
  for (const order of orders) {
    addWrites(history, order, builder)
  }
  return builder.build()
}

type Found = Omit<Dependencies, 'graph'>

/** Who read this version, or the key before it was written. */
export function readersAt(
  { readersOf, initialReaders }: Pick<Dependencies, 'readersOf' | 'initialReaders'>,
  key: number,
  version: number,
): readonly number[] {
  return (version === INITIAL ? initialReaders.get(key) : readersOf.get(version)) ?? []
}

/** The first loose version of each transaction. */
export function looseWriters(
  history: Transactions,
  { loose }: KeyOrder,
): ReadonlyMap<number, number> {
  const result = new Map<number, number>()
  for (const version of loose) {
    const writer = writerOf(history, version)
    if (!result.has(writer)) result.set(writer, version)
  }
  return result
}

function addWrites(history: Transactions, order: KeyOrder, builder: GraphBuilder): void {
  let left = INITIAL
  for (const right of order.chain) {
    if (left !== INITIAL) addWrite(history, left, right, builder)
    left = right
  }
  if (left === INITIAL) return
  for (const right of looseWriters(history, order).values()) {
    addWrite(history, left, right, builder)
  }
}

function addWrite(history: Transactions, left: number, right: number, builder: GraphBuilder): void {
  const [from, to] = [writerOf(history, left), writerOf(history, right)]
  builder.addEdge({ from, to, kind: WW, left, right })
}

function addChain(found: Found, order: KeyOrder, builder: GraphBuilder): void {
  const { history } = found
  addWrites(history, order, builder)
  let left = INITIAL
  for (const right of order.chain) {
    const to = writerOf(history, right)
    for (const from of readersAt(found, order.key, left)) {
      builder.addEdge({ from, to, kind: RW, left, right })
    }
    left = right
  }
}

/** Who read the last version that is known precedes all who wrote after it. */
function addLoose(found: Found, order: KeyOrder, builder: GraphBuilder): void {
  const { history } = found
  const writers = looseWriters(history, order)
  const left = order.chain.at(-1) ?? INITIAL
  const readers = readersAt(found, order.key, left)
  const others = readers.filter((reader) => !writers.has(reader))
  const isFew = others.length <= 1 || writers.size <= 1
  const sources = isFew ? others : [builder.addRelay()]
  for (const from of isFew ? [] : others) {
    const to = sources[0] ?? -1
    builder.addEdge({ from, to, kind: RW, left, right: left })
  }
  // Two who read it and wrote lost an update; that is told apart, and one of them is enough.
  const updater = readers.find((reader) => writers.has(reader))
  for (const from of updater === undefined ? sources : [...sources, updater]) {
    for (const [to, right] of writers) builder.addEdge({ from, to, kind: RW, left, right })
  }
}

/**
 * Who reads a register and then writes it comes after the writer that it read from, and so
 * after all who read the same; the other way round would be circular information flow.
 */
function addUpdates(found: Found, order: KeyOrder, builder: GraphBuilder): void {
  const { history, readersOf } = found
  const writers = looseWriters(history, order)
  for (const left of order.loose) {
    const readers = readersOf.get(left) ?? []
    const updater = readers.find((reader) => writers.has(reader))
    if (updater === undefined) continue
    const right = writers.get(updater) ?? -1
    for (const from of readers) {
      if (!writers.has(from)) builder.addEdge({ from, to: updater, kind: RW, left, right })
    }
  }
}

function writerOf({ versions }: Transactions, version: number): number {
  return versions[version]?.writer ?? -1
}
