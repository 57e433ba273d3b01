/**
 * Adya's levels by their definition (ICDE 2000): is there an order of the versions of each key
 * for which the direct serialization graph has no cycle of the forbidden kind, and no read is
 * aborted or intermediate? Every order is tried.
 */
import type { Json } from '../../../grader/core/trace/event.ts'
import type { BruteStep, BruteTransaction } from './brute-force.ts'

type AdyaLevel = 'read-uncommitted' | 'read-committed' | 'repeatable-read'

interface Write {
  readonly key: string
  readonly text: string
  readonly writer: number
  readonly place: number
}

interface Read {
  readonly reader: number
  readonly key: string
  /** The texts of the elements of a list; of a register at most one. */
  readonly seen: readonly string[]
  /** What the reader had itself written to the key, and what it still would. */
  readonly own: readonly string[]
  readonly ownLater: readonly string[]
}

type Orders = ReadonlyMap<string, readonly Write[]>

export function byVersionOrders(
  committed: readonly BruteTransaction[],
  all: readonly BruteTransaction[],
  level: AdyaLevel,
): boolean {
  const isList = all.some(({ steps }) => steps.some(({ f }) => f === 'append'))
  const writes = committed.flatMap(writesOf)
  const reads = committed.flatMap(readsOf)
  const everWritten = new Set(all.flatMap(writesOf).map(({ key, text }) => `${key} ${text}`))
  if (!reads.every((read) => isWellFormed(read, everWritten, isList))) return false
  const isFinal = (one: Write) =>
    !writes.some(
      ({ key, writer, place }) => key === one.key && writer === one.writer && place > one.place,
    )
  const versions = isList ? writes : writes.filter(isFinal)
  if (
    level !== 'read-uncommitted' &&
    !reads.every((read) => isCommittedRead(read, writes, isFinal))
  ) {
    return false
  }
  const keys = [...new Set(versions.map(({ key }) => key))]
  const choose = ([key, ...rest]: readonly string[], orders: Orders): boolean => {
    if (key === undefined) return isAcyclic(graphOf(orders, reads, level))
    const ofKey = versions.filter((one) => one.key === key)
    const seen = isList ? beginnings(reads, ofKey, level) : []
    return ordersOf(ofKey, seen).some((order) => choose(rest, new Map([...orders, [key, order]])))
  }
  const unwritten = reads.filter(({ key }) => !keys.includes(key))
  if (level !== 'read-uncommitted' && unwritten.some(({ seen }) => seen.length > 0)) return false
  return choose(keys, new Map())
}

function writesOf({ index, steps }: BruteTransaction): readonly Write[] {
  return steps.flatMap(({ f, key, value }, place) =>
    f === 'r' ? [] : [{ key, text: JSON.stringify(value), writer: index, place }],
  )
}

function readsOf({ index, steps }: BruteTransaction): readonly Read[] {
  const texts = (some: readonly BruteStep[], key: string) =>
    some.filter((one) => one.f !== 'r' && one.key === key).map(({ value }) => JSON.stringify(value))
  return steps.flatMap(({ f, key, value }, place) => {
    if (f !== 'r' || value === undefined) return []
    const list = value === null ? [] : Array.isArray(value) ? (value as Json[]) : [value]
    return [
      {
        reader: index,
        key,
        seen: list.map((one) => JSON.stringify(one)),
        own: texts(steps.slice(0, place), key),
        ownLater: texts(steps.slice(place), key),
      },
    ]
  })
}

/** Adya 1999, section 3.1: what was read was written, and one reads one's own latest write. */
function isWellFormed(
  { key, seen, own, ownLater }: Read,
  everWritten: ReadonlySet<string>,
  isList: boolean,
): boolean {
  if (!seen.every((text) => everWritten.has(`${key} ${text}`))) return false
  if (new Set(seen).size !== seen.length) return false
  if (ownLater.some((text) => seen.includes(text))) return false
  if (own.length === 0) return true
  if (seen.at(-1) !== own.at(-1)) return false
  return !isList || own.every((text) => seen.includes(text))
}

/** Neither G1a nor G1b. */
function isCommittedRead(
  { reader, key, seen }: Read,
  writes: readonly Write[],
  isFinal: (write: Write) => boolean,
): boolean {
  return seen.every((text, place) => {
    const write = writes.find((one) => one.key === key && one.text === text)
    if (write === undefined) return false
    return place < seen.length - 1 || write.writer === reader || isFinal(write)
  })
}

/** What each read of a key saw; dirty reads may also see what never committed. */
function beginnings(
  reads: readonly Read[],
  versions: readonly Write[],
  level: AdyaLevel,
): readonly (readonly string[])[] {
  const key = versions[0]?.key
  const counts = (text: string) =>
    level !== 'read-uncommitted' || versions.some((one) => one.text === text)
  return reads.filter((one) => one.key === key).map(({ seen }) => seen.filter(counts))
}

/**
 * Every order of the versions of a key that keeps that of each transaction's own, and of which
 * all that was seen of the key is a beginning.
 */
function ordersOf(
  versions: readonly Write[],
  seen: readonly (readonly string[])[],
): readonly (readonly Write[])[] {
  const extend = (
    order: readonly Write[],
    rest: readonly Write[],
  ): readonly (readonly Write[])[] => {
    const expected = seen.flatMap((one) => one[order.length] ?? [])
    if (rest.length === 0) return expected.length === 0 ? [order] : []
    return rest
      .filter((next) => expected.every((text) => text === next.text))
      .filter(
        ({ writer, place }) => !rest.some((one) => one.writer === writer && one.place < place),
      )
      .flatMap((next) =>
        extend(
          [...order, next],
          rest.filter((one) => one !== next),
        ),
      )
  }
  return extend([], versions)
}

type Pairs = readonly (readonly [number, number])[]

function graphOf(orders: Orders, reads: readonly Read[], level: AdyaLevel): Pairs {
  const pairs: [number, number][] = []
  for (const order of orders.values()) {
    for (const [place, { writer }] of order.entries()) {
      const next = order[place + 1]
      if (next !== undefined) pairs.push([writer, next.writer])
    }
  }
  if (level === 'read-uncommitted') return pairs
  for (const { reader, key, seen, own } of reads) {
    if (own.length > 0) continue
    const order = orders.get(key) ?? []
    const place = order.findIndex(({ text }) => text === seen.at(-1))
    const version = order[place]
    if (version !== undefined) pairs.push([version.writer, reader])
    const next = order[place + 1]
    if (level === 'repeatable-read' && next !== undefined) pairs.push([reader, next.writer])
  }
  return pairs
}

function isAcyclic(pairs: Pairs): boolean {
  let left = pairs.filter(([from, to]) => from !== to)
  while (left.length > 0) {
    const targets = new Set(left.map(([, to]) => to))
    const rest = left.filter(([from]) => targets.has(from))
    if (rest.length === left.length) return false
    left = rest
  }
  return true
}
