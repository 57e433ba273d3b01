/** What can be wrong with a queue whose items are all different. */
import type { Operation } from '../../../history/operation.ts'
import { sameJson } from '../../../json.ts'
import type { Json } from '../../../trace/event.ts'
import type { Anomaly } from '../../history-verdict.ts'
import { isList, showValue } from '../../models/value.ts'
import type { Symptom } from './diagnose.ts'
import { inRealTime, isBefore, mayComeBefore } from './timing.ts'

/** Looks at an item that was dequeued, or at a queue that was found empty. */
export function diagnoseQueue(symptom: Symptom): Anomaly | undefined {
  const { operations, blocked, initial } = symptom
  if (blocked.f !== 'dequeue' || blocked.outcome !== 'ok') return undefined
  const item = blocked.output
  if (item === null) return diagnoseEmpty(symptom)
  // What lay in the queue from the beginning came before everything; leave that to the search.
  if (isList(initial) && initial.some((each) => sameJson(each, item))) return undefined
  const [source, ...more] = operations.filter(enqueues(item))
  if (source === undefined) {
    return {
      kind: 'value-from-nowhere',
      message: `${symptom.say(blocked)}, but nobody ever enqueued ${showValue(item)}.`,
      operations: [blocked.id],
      relations: [],
    }
  }
  if (more.length > 0) return undefined
  return diagnoseItem(symptom, item, source)
}

function diagnoseItem(symptom: Symptom, item: Json, source: Operation): Anomaly | undefined {
  const { operations, blocked, say } = symptom
  if (!mayComeBefore(source, blocked)) {
    return {
      kind: 'read-of-the-future',
      message: `${say(blocked)}, but that item came only later: ${say(source)}.`,
      operations: [blocked.id, source.id],
      relations: inRealTime(blocked, source),
    }
  }
  const other = operations.find((each) => each !== blocked && dequeues(item)(each))
  if (other !== undefined) {
    return {
      kind: 'duplicate-delivery',
      message: `${say(other)}, and ${say(blocked)}: the same item twice, though it was enqueued once.`,
      operations: [source.id, other.id, blocked.id],
      relations: [],
    }
  }
  const overtaken = operations.find(
    (each) => each.f === 'enqueue' && isBefore(each, source) && isLeft(symptom, each),
  )
  if (overtaken === undefined) return undefined
  return {
    kind: 'out-of-order',
    message: `${say(blocked)}, but ${showValue(overtaken.input)} came before it and was still there: ${say(overtaken)}, and only then ${say(source)}.`,
    operations: [overtaken.id, source.id, blocked.id],
    relations: inRealTime(overtaken, source),
  }
}

function diagnoseEmpty(symptom: Symptom): Anomaly | undefined {
  const { operations, blocked, say } = symptom
  const missed = operations.find(
    (each) => each.f === 'enqueue' && isBefore(each, blocked) && isLeft(symptom, each),
  )
  if (missed === undefined) return undefined
  return {
    kind: 'missed-item',
    message: `${say(blocked)}, but before that, ${say(missed)}, and nobody had taken that item.`,
    operations: [missed.id, blocked.id],
    relations: inRealTime(missed, blocked),
  }
}

/** True when the item of `source` was certainly in the queue while `blocked` ran. */
function isLeft({ operations, blocked }: Symptom, source: Operation): boolean {
  return !operations.some(
    (each) =>
      each.f === 'dequeue' &&
      each !== blocked &&
      (each.outcome === 'info' || sameJson(each.output, source.input)) &&
      mayComeBefore(each, blocked),
  )
}

function enqueues(item: Json): (operation: Operation) => boolean {
  return ({ f, input }) => f === 'enqueue' && sameJson(input, item)
}

function dequeues(item: Json): (operation: Operation) => boolean {
  return ({ f, outcome, output }) => f === 'dequeue' && outcome === 'ok' && sameJson(output, item)
}
