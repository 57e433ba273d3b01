/**
 * The order of a list's versions, from all reads of it: the longest of them, when all others are
 * beginnings of it and each transaction's own appends stand in the order in which it made them.
 */
import { showValue } from '../models/value.ts'
import type { Sighting } from './list-reads.ts'
import type { AnomalyList, KindedAnomaly } from './observations.ts'
import { INITIAL, type Transactions } from './transactions.ts'
import { fullName, shortName } from './wording.ts'

interface KeySightings {
  readonly key: number
  readonly sightings: readonly Sighting[]
  /** 1 for each transaction whose appends count; those of others are passed over. */
  readonly isCommitted: Uint8Array
}

/** @param anomalies takes what keeps the sightings from being those of one list */
export function chainOf(
  history: Transactions,
  { key, sightings, isCommitted }: KeySightings,
  anomalies: AnomalyList,
): readonly number[] {
  const { versions } = history
  const counts = (version: number) =>
    version >= 0 && isCommitted[versions[version]?.writer ?? -1] === 1
  const kept = sightings.map((one) => ({ ...one, versions: one.versions.filter(counts) }))
  let longest = kept[0]
  if (longest === undefined) return []
  for (const one of kept) if (one.versions.length > longest.versions.length) longest = one
  for (const one of kept) {
    if (one === longest) continue
    const chain = longest.versions
    if (!one.versions.every((version, place) => version === chain[place])) {
      anomalies.add(disagreement(history, key, [longest, one]))
    }
  }
  const met = new Set<number>()
  for (const version of longest.versions) {
    const former = versions[version]?.former ?? INITIAL
    if (former !== INITIAL && !met.has(former)) {
      anomalies.add(outOfOrder(history, longest, [former, version]))
    }
    met.add(version)
  }
  return longest.versions
}

function disagreement(
  history: Transactions,
  key: number,
  [one, other]: readonly [Sighting, Sighting],
): KindedAnomaly {
  const name = history.keys[key]
  return {
    kind: 'incompatible-order',
    message:
      `${fullName(history, one.reader)} read ${name} = ${showValue(one.list)} and ` +
      `${fullName(history, other.reader)} read ${name} = ${showValue(other.list)}: a list that ` +
      'only grows at its end cannot have been both.',
    operations: [one.reader, other.reader],
    relations: [],
  }
}

function outOfOrder(
  history: Transactions,
  { reader, list }: Sighting,
  [former, latter]: readonly [number, number],
): KindedAnomaly {
  const { key, writer } = history.versions[latter] ?? { key: -1, writer: -1 }
  const [first, second] = [former, latter].map((one) =>
    showValue(history.versions[one]?.value ?? null),
  )
  const who = reader === writer ? shortName(history, reader) : fullName(history, reader)
  return {
    kind: 'incompatible-order',
    message:
      `${fullName(history, writer)} appended ${first} and then ${second} to ` +
      `${history.keys[key]}, but ${who} read ${showValue(list)}.`,
    operations: [...new Set([writer, reader])],
    relations: [],
  }
}
