/**
 * What reads of lists tell: a list holds all that was appended so far, so the longest read of
 * a key gives the order of its versions, and every other read must be a beginning of it
 * (Kingsbury and Alvaro, "Elle", VLDB 2020, section 4: traceability). Appends that no read saw
 * come after all those that one did.
 *
 * Most reads are beginnings of the longest one so far, the trunk of their key, and are
 * compared with it in place. A read that is not one is kept apart, as a stray: it may still
 * agree once what aborted is taken out.
 */

import { sameJson } from '../../json.ts'
import type { Json } from '../../trace/event.ts'
import { isList } from '../models/value.ts'
import { chainOf } from './list-orders.ts'
import type { AnomalyList, ExternalRead, Observations } from './observations.ts'
import {
  abortedRead,
  duplicateElements,
  garbageRead,
  intermediateRead,
  nonRepeatableRead,
  ownWriteForeseen,
  ownWriteMissed,
} from './read-anomalies.ts'
import { INITIAL, type Transactions } from './transactions.ts'

/** In place of the version of an element that cannot be one: garbage, or a repetition. */
const NO_ELEMENT = -1

/** A list as one transaction read it. */
export interface Sighting {
  readonly reader: number
  readonly list: readonly Json[]
  /** The version of each element. */
  readonly versions: readonly number[]
}

interface Trunk {
  reader: number
  readonly list: Json[]
  readonly versions: number[]
}

/** The list that one read saw. */
interface ListRead {
  readonly reader: number
  readonly key: number
  readonly list: readonly Json[]
  /** The versions of its elements and maybe of more, of which the first count. */
  readonly versions: readonly number[]
}

/** @param anomalies takes what is wrong with single reads */
export function observeLists(history: Transactions, anomalies: AnomalyList): Observations {
  const reader = new ListReader(history, anomalies)
  for (let index = 0; index < history.transactions.length; index++) reader.add(index)
  const versionsOf: number[][] = history.keys.map(() => [])
  for (const [version, { key }] of history.versions.entries()) versionsOf[key]?.push(version)
  return {
    reads: reader.reads,
    isObserved: reader.isObserved,
    orders: (isCommitted, found) =>
      versionsOf.map((versions, key) => {
        const sightings = reader.sightingsOf(key)
        const chain = chainOf(history, { key, sightings, isCommitted }, found)
        const inChain = new Set(chain)
        const isLoose = (one: number) =>
          isCommitted[history.versions[one]?.writer ?? -1] === 1 && !inChain.has(one)
        return { key, chain, loose: versions.filter(isLoose) }
      }),
  }
}

class ListReader {
  readonly reads: ExternalRead[] = []
  readonly isObserved: Uint8Array
  readonly #history: Transactions
  readonly #anomalies: AnomalyList
  readonly #trunks: Trunk[]
  readonly #strays: Sighting[][]
  /** The place of each version in the trunk of its key, or -1. */
  readonly #place: Int32Array

  constructor(history: Transactions, anomalies: AnomalyList) {
    this.#history = history
    this.#anomalies = anomalies
    this.isObserved = new Uint8Array(history.transactions.length)
    this.#trunks = history.keys.map(() => ({ reader: -1, list: [], versions: [] }))
    this.#strays = history.keys.map(() => [])
    this.#place = new Int32Array(history.versions.length).fill(-1)
  }

  sightingsOf(key: number): readonly Sighting[] {
    const trunk = this.#trunks[key]
    return trunk === undefined ? [] : [trunk, ...(this.#strays[key] ?? [])]
  }

  /** Takes all reads of one transaction. */
  add(reader: number): void {
    const own = new Map<number, number>()
    const seen = new Map<number, ListRead>()
    for (const step of this.#history.transactions[reader]?.steps ?? []) {
      const { key } = step
      if (step.kind === 'write') {
        own.set(key, step.version)
        continue
      }
      const list = isList(step.value) ? step.value : []
      const read = { reader, key, list, versions: this.#versionsOf(reader, key, list) }
      const latest = own.get(key)
      this.#checkOwn(read, latest ?? INITIAL)
      if (latest !== undefined) continue
      const before = seen.get(key)
      if (before !== undefined) {
        if (sameList(before, read)) continue
        this.#anomalies.add(
          nonRepeatableRead(this.#history, reader, { key, seen: before.list, found: list }),
        )
      }
      seen.set(key, read)
      this.reads.push({ transaction: reader, key, version: this.#lastVersion(read) })
    }
  }

  /** The versions of a list's elements: the trunk's own array when that begins with them. */
  #versionsOf(reader: number, key: number, list: readonly Json[]): readonly number[] {
    const trunk = this.#trunks[key]
    if (trunk === undefined) return []
    const shared = Math.min(list.length, trunk.list.length)
    for (let place = 0; place < shared; place++) {
      const [element, known] = [list[place] as Json, trunk.list[place] as Json]
      if (element !== known && !sameJson(element, known)) return this.#stray(reader, key, list)
    }
    if (list.length > shared) trunk.reader = reader
    for (let place = shared; place < list.length; place++) {
      const element = list[place] as Json
      const version = this.#element(reader, key, element)
      const isRepeated = version >= 0 && (this.#place[version] as number) >= 0
      if (isRepeated) this.#anomalies.add(duplicateElements(this.#history, reader, version))
      else if (version >= 0) this.#place[version] = place
      trunk.list.push(element)
      trunk.versions.push(isRepeated ? NO_ELEMENT : version)
    }
    return trunk.versions
  }

  #stray(reader: number, key: number, list: readonly Json[]): readonly number[] {
    const met = new Set<number>()
    const versions = list.map((element) => {
      const version = this.#element(reader, key, element)
      if (version < 0) return NO_ELEMENT
      if (met.has(version)) {
        this.#anomalies.add(duplicateElements(this.#history, reader, version))
        return NO_ELEMENT
      }
      met.add(version)
      return version
    })
    this.#strays[key]?.push({ reader, list, versions })
    return versions
  }

  /** The version of one element; notes who read from whom. */
  #element(reader: number, key: number, value: Json): number {
    const version = this.#history.find(key, value)
    if (version === undefined) {
      this.#anomalies.add(garbageRead(this.#history, reader, { key, value }))
      return NO_ELEMENT
    }
    const writer = this.#history.versions[version]?.writer ?? -1
    this.isObserved[writer] = 1
    if (this.#hasFailed(version)) {
      this.#anomalies.add(abortedRead(this.#history, reader, version))
    }
    return version
  }

  /** A transaction sees all that it has appended, the latest at the end, and nothing more. */
  #checkOwn({ reader, key, list, versions }: ListRead, latest: number): void {
    let isDue = latest !== INITIAL
    if (isDue && versions[list.length - 1] !== latest) {
      this.#anomalies.add(ownWriteMissed(this.#history, latest, list))
    }
    for (const step of this.#history.transactions[reader]?.steps ?? []) {
      if (step.kind === 'read' || step.key !== key) continue
      const place = this.#placeIn(versions, step.version)
      const isThere = place >= 0 && place < list.length
      if (isDue && !isThere) this.#anomalies.add(ownWriteMissed(this.#history, step.version, list))
      if (!isDue && isThere) this.#anomalies.add(ownWriteForeseen(this.#history, step.version))
      if (step.version === latest) isDue = false
    }
  }

  #placeIn(versions: readonly number[], version: number): number {
    const key = this.#history.versions[version]?.key ?? -1
    const isTrunk = versions === this.#trunks[key]?.versions
    return isTrunk ? (this.#place[version] as number) : versions.indexOf(version)
  }

  /** What an external read saw last that was not taken back. */
  #lastVersion({ reader, list, versions }: ListRead): number {
    const last = list.length === 0 ? NO_ELEMENT : (versions[list.length - 1] ?? NO_ELEMENT)
    const isOwn = this.#history.versions[last]?.writer === reader
    if (last >= 0 && !isOwn && !this.#hasFailed(last) && this.#history.isFinal[last] === 0) {
      this.#anomalies.add(intermediateRead(this.#history, reader, last))
    }
    for (let place = list.length - 1; place >= 0; place--) {
      const version = versions[place] as number
      if (version >= 0 && !this.#hasFailed(version)) return version
    }
    return INITIAL
  }

  #hasFailed(version: number): boolean {
    const writer = this.#history.versions[version]?.writer ?? -1
    return this.#history.transactions[writer]?.operation.outcome === 'fail'
  }
}

function sameList(a: ListRead, b: ListRead): boolean {
  if (a.list.length !== b.list.length) return false
  return a.versions === b.versions || sameJson(a.list, b.list)
}
