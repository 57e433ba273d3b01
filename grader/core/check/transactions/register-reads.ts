/**
 * What reads of registers tell: which write each one saw. In which order two writes of a key
 * took effect no read says, so each key's versions are loose, except that they follow the
 * initial value.
 */
import type { AnomalyList, ExternalRead, KeyOrder, Observations } from './observations.ts'
import {
  abortedRead,
  garbageRead,
  intermediateRead,
  nonRepeatableRead,
  ownWriteForeseen,
  ownWriteMissed,
} from './read-anomalies.ts'
import { INITIAL, type Transactions } from './transactions.ts'

/** @param anomalies takes what is wrong with single reads */
export function observeRegisters(history: Transactions, anomalies: AnomalyList): Observations {
  const reads: ExternalRead[] = []
  const isObserved = new Uint8Array(history.transactions.length)
  for (let index = 0; index < history.transactions.length; index++) {
    for (const read of externalReads(history, index, anomalies)) {
      reads.push(read)
      if (read.version !== INITIAL) isObserved[writerOf(history, read.version)] = 1
    }
  }
  return { reads, isObserved, orders: (isCommitted) => looseOrders(history, isCommitted) }
}

/** What one transaction saw of others, each key once; notes what is wrong with it. */
function externalReads(
  history: Transactions,
  index: number,
  anomalies: AnomalyList,
): readonly ExternalRead[] {
  const reads: ExternalRead[] = []
  const own = new Map<number, number>()
  const seen = new Map<number, number>()
  for (const step of history.transactions[index]?.steps ?? []) {
    const { key } = step
    if (step.kind === 'write') {
      own.set(key, step.version)
      continue
    }
    const { value } = step
    const version = value === null ? INITIAL : history.find(key, value)
    if (version === undefined) {
      anomalies.add(garbageRead(history, index, { key, value }))
      continue
    }
    const mine = own.get(key)
    if (mine !== undefined) {
      if (version !== mine) anomalies.add(ownWriteMissed(history, mine, value))
      continue
    }
    const before = seen.get(key)
    if (before !== undefined && before !== version) {
      const first = history.versions[before]?.value ?? null
      anomalies.add(nonRepeatableRead(history, index, { key, seen: first, found: value }))
    }
    if (before !== version && isSound(history, index, version, anomalies)) {
      reads.push({ transaction: index, key, version })
    }
    seen.set(key, version)
  }
  return reads
}

/** False, and an anomaly noted, when nobody should have seen this version. */
function isSound(
  history: Transactions,
  reader: number,
  version: number,
  anomalies: AnomalyList,
): boolean {
  if (version === INITIAL) return true
  const writer = writerOf(history, version)
  if (writer === reader) anomalies.add(ownWriteForeseen(history, version))
  else if (history.transactions[writer]?.operation.outcome === 'fail') {
    anomalies.add(abortedRead(history, reader, version))
  } else if (history.isFinal[version] === 0) {
    anomalies.add(intermediateRead(history, reader, version))
  } else return true
  return false
}

function writerOf({ versions }: Transactions, version: number): number {
  return versions[version]?.writer ?? -1
}

function looseOrders(history: Transactions, isCommitted: Uint8Array): readonly KeyOrder[] {
  const loose: number[][] = history.keys.map(() => [])
  for (const [version, { key, writer }] of history.versions.entries()) {
    if (history.isFinal[version] === 1 && isCommitted[writer] === 1) loose[key]?.push(version)
  }
  return loose.map((versions, key) => ({ key, chain: [], loose: versions }))
}
