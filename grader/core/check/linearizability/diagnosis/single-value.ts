/**
 * What can be wrong with registers and key-value stores: values that nobody wrote, that were
 * written too late, or that had been overwritten; and updates that overwrote each other.
 */
import type { Operation } from '../../../history/operation.ts'
import { sameJson } from '../../../json.ts'
import type { Json } from '../../../trace/event.ts'
import type { Anomaly } from '../../history-verdict.ts'
import { fromAndTo, isRead, isWrite } from '../../models/single-value.ts'
import { showValue } from '../../models/value.ts'
import type { Symptom } from './diagnose.ts'
import { inRealTime, isBefore, latest, mayComeBefore } from './timing.ts'

/** Looks at the value that a read returned or that a compare-and-set found. */
export function diagnoseSingleValue(symptom: Symptom): Anomaly | undefined {
  const { operations, blocked } = symptom
  const value = valueFound(blocked)
  if (value === undefined) return undefined
  if (operations.some(({ f }) => f === 'append')) return diagnoseAppends(symptom)
  const sources = operations.filter((each) => each !== blocked && sets(each, value))
  return (
    diagnoseOrigin(symptom, value, sources) ??
    diagnoseTwoUpdates(symptom, value, sources) ??
    diagnoseStaleness(
      symptom,
      value,
      sources.filter((each) => mayComeBefore(each, blocked)),
    )
  )
}

/** The value that an operation shows to have been there, or undefined when it shows none. */
function valueFound({ f, input, output, outcome }: Operation): Json | undefined {
  if (outcome !== 'ok') return undefined
  if (isRead(f)) return output
  return f === 'cas' && output === true ? fromAndTo(input)[0] : undefined
}

/** True when the value may come from this operation. */
function sets({ f, input, output }: Operation, value: Json): boolean {
  if (isWrite(f)) return sameJson(input, value)
  return f === 'cas' && output !== false && sameJson(fromAndTo(input)[1], value)
}

/** True for a compare-and-set to this value that was answered false. */
function deniesToSet({ f, input, output }: Operation, value: Json): boolean {
  return f === 'cas' && output === false && sameJson(fromAndTo(input)[1], value)
}

function diagnoseOrigin(
  { operations, blocked, initial, say }: Symptom,
  value: Json,
  sources: readonly Operation[],
): Anomaly | undefined {
  if (sameJson(initial, value)) return undefined
  const [first] = sources
  if (first === undefined) {
    const denied = operations.find((each) => deniesToSet(each, value))
    const who = denied === undefined ? 'ever wrote' : 'was told to have written'
    const but = denied === undefined ? '' : `: ${say(denied)}`
    return {
      kind: 'value-from-nowhere',
      message: `${say(blocked)}, but nobody ${who} ${showValue(value)}${but}.`,
      operations: denied === undefined ? [blocked.id] : [denied.id, blocked.id],
      relations: [],
    }
  }
  if (sources.some((each) => mayComeBefore(each, blocked))) return undefined
  return {
    kind: 'read-of-the-future',
    message: `${say(blocked)}, but that value was written only later: ${say(first)}.`,
    operations: [blocked.id, first.id],
    relations: inRealTime(blocked, first),
  }
}

/** Two updates that found the same value, which was there but once. */
function diagnoseTwoUpdates(
  { operations, blocked, initial, say }: Symptom,
  value: Json,
  sources: readonly Operation[],
): Anomaly | undefined {
  const timesThere = sources.length + (sameJson(initial, value) ? 1 : 0)
  if (timesThere !== 1 || !changes(blocked, value)) return undefined
  const other = operations.find((each) => each !== blocked && changes(each, value))
  if (other === undefined) return undefined
  return {
    kind: 'lost-update',
    message: `${say(other)}, and ${say(blocked)}: both found ${showValue(value)}, so one update is lost.`,
    operations: [other.id, blocked.id],
    relations: [],
  }
}

function changes({ f, input, output }: Operation, value: Json): boolean {
  if (f !== 'cas' || output !== true) return false
  const [from, to] = fromAndTo(input)
  return sameJson(from, value) && !sameJson(to, value)
}

/**
 * Stale when each source of the value had returned before somebody found or left another
 * value, and that was done before the value was asked for.
 */
function diagnoseStaleness(
  { operations, blocked, initial, say }: Symptom,
  value: Json,
  sources: readonly Operation[],
): Anomaly | undefined {
  const others = operations.filter((each) => isBefore(each, blocked) && showsAnother(each, value))
  const other = latest(others)
  if (other === undefined) return undefined
  if (sources.some((source) => !others.some((each) => isBefore(source, each)))) return undefined
  // Tell of the latest source, and of a later operation that overwrote or overtook it.
  const source = latest(sources)
  const overtaken = source === undefined || isBefore(source, other)
  const witness = overtaken ? other : others.find((each) => isBefore(source, each))
  if (witness === undefined) return undefined
  const origin =
    source === undefined
      ? `${showValue(initial)} is the value from the beginning`
      : `before that, ${say(source)}`
  return {
    kind: 'stale-read',
    message: `${say(blocked)}, which is out of date: ${say(witness)}, and returned before ${blocked.process} asked; ${origin}.`,
    operations: [...(source === undefined ? [] : [source.id]), witness.id, blocked.id],
    relations:
      source === undefined
        ? inRealTime(witness, blocked)
        : [
            ...inRealTime(source, witness, blocked),
            { from: source.id, to: blocked.id, kind: 'reads-from' },
          ],
  }
}

/** True when the value was another one at the moment at which the operation took effect. */
function showsAnother(operation: Operation, value: Json): boolean {
  const { f, input, output, outcome } = operation
  if (outcome !== 'ok') return false
  if (isRead(f)) return !sameJson(output, value)
  if (isWrite(f)) return !sameJson(input, value)
  if (f !== 'cas') return false
  const [from, to] = fromAndTo(input)
  return output === true ? !sameJson(to, value) : sameJson(from, value)
}

/** Where values only grow, a read must have what was appended before it. */
function diagnoseAppends({ operations, blocked, say }: Symptom): Anomaly | undefined {
  const { output } = blocked
  const grows = operations.every(({ f }) => f === 'append' || isRead(f))
  if (!grows || typeof output !== 'string') return undefined
  const lost = operations.find(
    ({ f, input, ...rest }) =>
      f === 'append' &&
      typeof input === 'string' &&
      !output.includes(input) &&
      isBefore({ f, input, ...rest }, blocked),
  )
  if (lost === undefined) return undefined
  return {
    kind: 'lost-update',
    message: `${say(blocked)}, but before that, ${say(lost)}.`,
    operations: [lost.id, blocked.id],
    relations: inRealTime(lost, blocked),
  }
}
