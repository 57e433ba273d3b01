/**
 * All logs of a run as one tree: a point of the tree is a log up to and including one
 * entry. Two logs are equal up to an entry exactly when that entry is the same point, so
 * claims about whole prefixes compare two references, however long the logs are.
 */

import { canonicalText, sameJson } from '../../json.ts'
import type { Json } from '../../trace/event.ts'

/** A log up to and including one entry. */
export interface LogPrefix {
  /** Index of its last entry, from 1; 0 for the empty log. */
  readonly index: number
  /** Term of its last entry. */
  readonly term: number
  /** Command of its last entry; undefined where a snapshot hides it. */
  readonly command: Json | undefined
  /** Without the last entry; undefined for the empty log, and where a snapshot hides it. */
  readonly parent: LogPrefix | undefined
  /** False when a snapshot hides entries that no node was ever seen to hold. */
  readonly isWhole: boolean
}

export class LogTree {
  readonly empty: LogPrefix = {
    index: 0,
    term: 0,
    command: undefined,
    parent: undefined,
    isWhole: true,
  }
  readonly #longer = new Map<LogPrefix, Map<string, LogPrefix>>()
  readonly #first = new Map<string, LogPrefix>()

  /** `prefix` and one more entry; the same object for the same entry. */
  extend(prefix: LogPrefix, term: number, command: Json): LogPrefix {
    const longer = this.#longer.get(prefix) ?? new Map<string, LogPrefix>()
    this.#longer.set(prefix, longer)
    const key = `${term} ${canonicalText(command)}`
    const known = longer.get(key)
    if (known !== undefined) return known
    const index = prefix.index + 1
    const made = { index, term, command, parent: prefix, isWhole: prefix.isWhole }
    longer.set(key, made)
    this.#remember(made)
    return made
  }

  /**
   * The log that a snapshot up to `index` stands for. Index and term identify it (Log
   * Matching), so it is the first log seen that ends in such an entry; when none was, it is
   * a prefix of which nothing but its end is known.
   */
  snapshot(index: number, term: number): LogPrefix {
    if (index === 0) return this.empty
    const known = this.#first.get(`${index} ${term}`)
    if (known !== undefined) return known
    const made = { index, term, command: undefined, parent: undefined, isWhole: false }
    this.#remember(made)
    return made
  }

  #remember(prefix: LogPrefix): void {
    const key = `${prefix.index} ${prefix.term}`
    if (!this.#first.has(key)) this.#first.set(key, prefix)
  }
}

/** The first `index` entries of a log; undefined when it is shorter or they are hidden. */
export function prefixAt(log: LogPrefix, index: number): LogPrefix | undefined {
  let prefix: LogPrefix | undefined = log
  while (prefix !== undefined && prefix.index > index) prefix = prefix.parent
  return prefix?.index === index ? prefix : undefined
}

/** True unless both are known to differ somewhere; they must be equally long. */
export function mayBeEqual(a: LogPrefix, b: LogPrefix): boolean {
  if (a === b) return true
  if (a.isWhole && b.isWhole) return false
  return a.term === b.term && maySameCommand(a, b)
}

/** True when `log` holds `prefix`, or may hold it where a snapshot hides its entries. */
export function mayHold(log: LogPrefix, prefix: LogPrefix): boolean {
  if (log.index < prefix.index) return false
  const own = prefixAt(log, prefix.index)
  return own === undefined || mayBeEqual(own, prefix)
}

function maySameCommand(a: LogPrefix, b: LogPrefix): boolean {
  return a.command === undefined || b.command === undefined || sameJson(a.command, b.command)
}

/** The index of the first entry in which two equally long logs differ; of the last if none does. */
export function firstDifference(a: LogPrefix, b: LogPrefix): readonly [LogPrefix, LogPrefix] {
  let [left, right] = [a, b]
  while (left.parent !== undefined && right.parent !== undefined && left.parent !== right.parent) {
    left = left.parent
    right = right.parent
  }
  return [left, right]
}

/** The shortest prefix of `wanted` that `log` does not hold; it must lack some. */
export function firstLost(wanted: LogPrefix, log: LogPrefix): LogPrefix {
  let lost = wanted
  while (lost.parent !== undefined && lost.parent.index > 0 && !mayHold(log, lost.parent)) {
    lost = lost.parent
  }
  return lost
}
