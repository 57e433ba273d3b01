/** What can be wrong with a log: entries that are missing, from nowhere, or in two places. */

import { sameJson } from '../../../json.ts'
import type { Json } from '../../../trace/event.ts'
import type { Anomaly } from '../../history-verdict.ts'
import { isList, showValue } from '../../models/value.ts'
import type { Symptom } from './diagnose.ts'
import { inRealTime, isBefore, mayComeBefore } from './timing.ts'

/** Looks at the entries that a read returned, or at the index that an append got. */
export function diagnoseLog(symptom: Symptom): Anomaly | undefined {
  const { blocked } = symptom
  if (blocked.f === 'append') return diagnoseIndex(symptom)
  // A read from an index on need not show an entry; only whole logs are told here.
  if (blocked.input !== null || !isList(blocked.output)) return undefined
  const entries = blocked.output
  return (
    diagnoseOrigin(symptom, entries) ??
    diagnoseMissing(symptom, entries) ??
    diagnoseForks(symptom, entries)
  )
}

function diagnoseIndex({ operations, blocked, say }: Symptom): Anomaly | undefined {
  const { output } = blocked
  if (output === null) return undefined
  const other = operations.find(
    (each) => each !== blocked && each.f === 'append' && each.output === output,
  )
  if (other === undefined) return undefined
  return {
    kind: 'lost-update',
    message: `${say(other)}, and ${say(blocked)}: two entries cannot be in one place.`,
    operations: [other.id, blocked.id],
    relations: [],
  }
}

function diagnoseOrigin(
  { operations, blocked, initial, say }: Symptom,
  entries: readonly Json[],
): Anomaly | undefined {
  for (const entry of entries) {
    if (isList(initial) && initial.some((each) => sameJson(each, entry))) continue
    const appends = operations.filter(({ f, input }) => f === 'append' && sameJson(input, entry))
    const [first] = appends
    if (first === undefined) {
      return {
        kind: 'value-from-nowhere',
        message: `${say(blocked)}, but nobody ever appended ${showValue(entry)}.`,
        operations: [blocked.id],
        relations: [],
      }
    }
    if (appends.some((each) => mayComeBefore(each, blocked))) continue
    return {
      kind: 'read-of-the-future',
      message: `${say(blocked)}, but ${showValue(entry)} was appended only later: ${say(first)}.`,
      operations: [blocked.id, first.id],
      relations: inRealTime(blocked, first),
    }
  }
  return undefined
}

function diagnoseMissing(
  { operations, blocked, say }: Symptom,
  entries: readonly Json[],
): Anomaly | undefined {
  const lost = operations.find(
    (each) =>
      each.f === 'append' &&
      isBefore(each, blocked) &&
      !entries.some((entry) => sameJson(entry, each.input)),
  )
  if (lost === undefined) return undefined
  return {
    kind: 'lost-update',
    message: `${say(blocked)}, but before that, ${say(lost)}.`,
    operations: [lost.id, blocked.id],
    relations: inRealTime(lost, blocked),
  }
}

/** Of two reads of one log, one is the beginning of the other. */
function diagnoseForks(
  { operations, blocked, say }: Symptom,
  entries: readonly Json[],
): Anomaly | undefined {
  for (const other of operations) {
    const { f, input, output, outcome } = other
    if (f !== 'read' || outcome !== 'ok' || input !== null || !isList(output)) continue
    const length = Math.min(output.length, entries.length)
    const at = entries
      .slice(0, length)
      .findIndex((entry, index) => !sameJson(entry, output[index] ?? null))
    if (at < 0) continue
    return {
      kind: 'forked-log',
      message: `${say(other)}, and ${say(blocked)}: they differ at index ${at}.`,
      operations: [other.id, blocked.id],
      relations: [],
    }
  }
  return undefined
}
