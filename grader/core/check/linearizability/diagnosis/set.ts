/** What can be wrong with a set: elements that are missing, removed, or from nowhere. */
import type { Operation } from '../../../history/operation.ts'
import { sameJson } from '../../../json.ts'
import type { Json } from '../../../trace/event.ts'
import type { Anomaly } from '../../history-verdict.ts'
import { isList, showValue } from '../../models/value.ts'
import type { Symptom } from './diagnose.ts'
import { inRealTime, isBefore, mayComeBefore } from './timing.ts'

/** Looks at each element that a read or a look-up found or missed. */
export function diagnoseSet(symptom: Symptom): Anomaly | undefined {
  const { operations, blocked } = symptom
  if (blocked.f === 'contains') {
    return blocked.output === true
      ? diagnoseFound(symptom, blocked.input)
      : diagnoseMissing(symptom, blocked.input)
  }
  const { output } = blocked
  if (blocked.f !== 'read' || !isList(output)) return undefined
  for (const element of output) {
    const anomaly = diagnoseFound(symptom, element)
    if (anomaly !== undefined) return anomaly
  }
  for (const { f, input } of operations) {
    if (f !== 'add' || output.some((each) => sameJson(each, input))) continue
    const anomaly = diagnoseMissing(symptom, input)
    if (anomaly !== undefined) return anomaly
  }
  return undefined
}

function diagnoseFound(
  { operations, blocked, initial, say }: Symptom,
  element: Json,
): Anomaly | undefined {
  const adds = operations.filter(isOf('add', element))
  const wasThere = isList(initial) && initial.some((each) => sameJson(each, element))
  const [first] = adds
  if (!wasThere && first === undefined) {
    return {
      kind: 'value-from-nowhere',
      message: `${say(blocked)}, but nobody ever added ${showValue(element)}.`,
      operations: [blocked.id],
      relations: [],
    }
  }
  if (!wasThere && first !== undefined && !adds.some((each) => mayComeBefore(each, blocked))) {
    return {
      kind: 'read-of-the-future',
      message: `${say(blocked)}, but ${showValue(element)} was added only later: ${say(first)}.`,
      operations: [blocked.id, first.id],
      relations: inRealTime(blocked, first),
    }
  }
  const removed = operations.find(
    (each) =>
      isOf('remove', element)(each) &&
      isBefore(each, blocked) &&
      adds.every((add) => isBefore(add, each)),
  )
  if (removed === undefined) return undefined
  return {
    kind: 'stale-read',
    message: `${say(blocked)}, which is out of date: ${say(removed)} before, and nobody added it again.`,
    operations: [removed.id, blocked.id],
    relations: inRealTime(removed, blocked),
  }
}

function diagnoseMissing(
  { operations, blocked, say }: Symptom,
  element: Json,
): Anomaly | undefined {
  const added = operations.find((each) => isOf('add', element)(each) && isBefore(each, blocked))
  if (added === undefined || operations.some(isOf('remove', element))) return undefined
  return {
    kind: 'lost-update',
    message: `${say(blocked)}, but before that, ${say(added)}, and nobody removed it.`,
    operations: [added.id, blocked.id],
    relations: inRealTime(added, blocked),
  }
}

function isOf(f: string, element: Json): (operation: Operation) => boolean {
  return (operation) => operation.f === f && sameJson(operation.input, element)
}
