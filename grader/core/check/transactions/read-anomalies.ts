/** The anomalies that one read, or two reads of one transaction, show by themselves. */
import type { Json } from '../../trace/event.ts'
import { showValue } from '../models/value.ts'
import type { KindedAnomaly } from './observations.ts'
import { INITIAL, type Transactions } from './transactions.ts'
import { fullName, shortName, versionText, wroteTo } from './wording.ts'

/** A value that nobody wrote. */
export function garbageRead(
  history: Transactions,
  reader: number,
  { key, value }: { readonly key: number; readonly value: Json },
): KindedAnomaly {
  const what = `${showValue(value)} in ${history.keys[key]}`
  return alone(
    'garbage-read',
    reader,
    `${fullName(history, reader)} read ${what}, which nobody wrote.`,
  )
}

export function duplicateElements(
  history: Transactions,
  reader: number,
  version: number,
): KindedAnomaly {
  const { key, value, writer } = versionAt(history, version)
  const who = writer === reader ? 'it' : fullName(history, writer)
  return alone(
    'duplicate-elements',
    reader,
    `${fullName(history, reader)} read ${showValue(value)} twice in ${history.keys[key]}, ` +
      `to which ${who} appended it once.`,
  )
}

/** A transaction did not read what it had written before; `found` is what it read. */
export function ownWriteMissed(history: Transactions, own: number, found: Json): KindedAnomaly {
  const { key, value, writer } = versionAt(history, own)
  return alone(
    'internal',
    writer,
    `${fullName(history, writer)} ${wroteTo(history)} ${showValue(value)} to ` +
      `${history.keys[key]} and then read ${showValue(found)} from it.`,
  )
}

/** A transaction read what it wrote only later. */
export function ownWriteForeseen(history: Transactions, own: number): KindedAnomaly {
  const { key, value, writer } = versionAt(history, own)
  return alone(
    'internal',
    writer,
    `${fullName(history, writer)} read ${showValue(value)} in ${history.keys[key]} before it ` +
      'had written it.',
  )
}

export function abortedRead(history: Transactions, reader: number, version: number): KindedAnomaly {
  const { writer } = versionAt(history, version)
  return between(
    'G1a',
    { writer, reader },
    `${fullName(history, reader)} read ${versionText(history, version)}, which ` +
      `${fullName(history, writer)} ${wroteTo(history)} before it aborted.`,
  )
}

export function intermediateRead(
  history: Transactions,
  reader: number,
  version: number,
): KindedAnomaly {
  const { key, writer } = versionAt(history, version)
  const next = history.transactions[writer]?.steps.find(
    (step) => step.kind === 'write' && history.versions[step.version]?.former === version,
  )
  const later = next?.kind === 'write' ? versionAt(history, next.version).value : null
  return between(
    'G1b',
    { writer, reader },
    `${fullName(history, reader)} read ${versionText(history, version)}, but ` +
      `${fullName(history, writer)} ${wroteTo(history)} ${showValue(later)} to ` +
      `${history.keys[key]} after that.`,
  )
}

export function nonRepeatableRead(
  history: Transactions,
  reader: number,
  { key, seen, found }: { readonly key: number; readonly seen: Json; readonly found: Json },
): KindedAnomaly {
  return alone(
    'non-repeatable-read',
    reader,
    `${fullName(history, reader)} read ${history.keys[key]} twice: first ${showValue(seen)}, ` +
      `then ${showValue(found)}.`,
  )
}

/** Two transactions wrote the same key by what both had read. */
export function lostUpdate(
  history: Transactions,
  [one, other]: readonly [number, number],
  { key, version }: { readonly key: number; readonly version: number },
): KindedAnomaly {
  const both = `Both ${fullName(history, one)} and ${fullName(history, other)}`
  const name = history.keys[key]
  const isList = history.workload === 'list-append'
  const value = showValue(history.versions[version]?.value ?? (isList ? [] : null))
  const seen = isList && version !== INITIAL ? `${name} up to ${value}` : `${name} = ${value}`
  return {
    kind: 'lost-update',
    message:
      `${both} read ${seen} and ${isList ? 'appended to' : 'wrote'} ${name}: whichever of ` +
      `${shortName(history, one)} and ${shortName(history, other)} came second did not see the other.`,
    operations: [one, other],
    relations: [
      { from: one, to: other, kind: 'read-before' },
      { from: other, to: one, kind: 'read-before' },
    ],
  }
}

function alone(kind: KindedAnomaly['kind'], reader: number, message: string): KindedAnomaly {
  return { kind, message, operations: [reader], relations: [] }
}

function between(
  kind: KindedAnomaly['kind'],
  { writer, reader }: { readonly writer: number; readonly reader: number },
  message: string,
): KindedAnomaly {
  return {
    kind,
    message,
    operations: [writer, reader],
    relations: [{ from: writer, to: reader, kind: 'reads-from' }],
  }
}

function versionAt({ versions }: Transactions, version: number) {
  return versions[version] ?? { key: -1, value: null, writer: -1 }
}
