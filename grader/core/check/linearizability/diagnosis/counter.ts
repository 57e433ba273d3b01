/** What can be wrong with a counter: additions that are missing, or that nobody made. */
import type { Operation } from '../../../history/operation.ts'
import type { Anomaly } from '../../history-verdict.ts'
import { amountOf } from '../../models/counter.ts'
import type { Symptom } from './diagnose.ts'
import { inRealTime, isBefore, latest, mayComeBefore } from './timing.ts'

/** Holds a read against what had to be, and what may have been, added by then. */
export function diagnoseCounter(symptom: Symptom): Anomaly | undefined {
  const { operations, blocked, initial, say } = symptom
  const additions = operations.filter(({ f }) => f !== 'read')
  if (additions.some((each) => amountOf(each) < 0)) return undefined
  if (blocked.f !== 'read') return diagnoseTwoAnswers(symptom, additions)
  const total = (list: readonly Operation[]) =>
    list.reduce((sum, each) => sum + amountOf(each), Number(initial))
  const done = additions.filter((each) => isBefore(each, blocked))
  const last = latest(done)
  const read = Number(blocked.output)
  if (last !== undefined && read < total(done)) {
    return {
      kind: 'lost-update',
      message: `${say(blocked)}, but it had been at least ${total(done)} since ${say(last)}.`,
      operations: [last.id, blocked.id],
      relations: inRealTime(last, blocked),
    }
  }
  const most = total(additions.filter((each) => mayComeBefore(each, blocked)))
  if (read <= most) return undefined
  return {
    kind: 'value-from-nowhere',
    message: `${say(blocked)}, but it cannot have been more than ${most} by then.`,
    operations: [blocked.id],
    relations: [],
  }
}

/** A counter that only grows gives no answer twice. */
function diagnoseTwoAnswers(
  { blocked, say }: Symptom,
  additions: readonly Operation[],
): Anomaly | undefined {
  if (blocked.output === null || amountOf(blocked) === 0) return undefined
  const other = additions.find(
    (each) => each !== blocked && each.output === blocked.output && amountOf(each) > 0,
  )
  if (other === undefined) return undefined
  return {
    kind: 'lost-update',
    message: `${say(other)}, and ${say(blocked)}: the same answer to both, so one addition is lost.`,
    operations: [other.id, blocked.id],
    relations: [],
  }
}
