/**
 * Names what went wrong where a few operations prove it by themselves: then nobody has to
 * follow a search to see that the history is not linearizable. Each diagnosis is sound: what
 * it names cannot happen in any linearizable history.
 */
import type { Operation } from '../../../history/operation.ts'
import type { Json } from '../../../trace/event.ts'
import type { Anomaly } from '../../history-verdict.ts'
import type { Model } from '../../models/model.ts'
import { diagnoseCounter } from './counter.ts'
import { diagnoseLock } from './lock.ts'
import { diagnoseLog } from './log.ts'
import { diagnoseQueue } from './queue.ts'
import { diagnoseSet } from './set.ts'
import { diagnoseSingleValue } from './single-value.ts'

/** What a diagnosis looks at. */
export interface Symptom {
  /** The operations on one object that did not fail, in order of their calls. */
  readonly operations: readonly Operation[]
  /** The operation that no legal order has a place for. */
  readonly blocked: Operation
  /** The value with which the object begins. */
  readonly initial: Json
  /** An operation in words: `c1 wrote x = 3`. */
  readonly say: (operation: Operation) => string
}

/** Undefined when the symptom is not one that it knows. */
export type Diagnosis = (symptom: Symptom) => Anomaly | undefined

const DIAGNOSES: Readonly<Record<string, Diagnosis>> = {
  register: diagnoseSingleValue,
  'cas-register': diagnoseSingleValue,
  kv: diagnoseSingleValue,
  counter: diagnoseCounter,
  set: diagnoseSet,
  queue: diagnoseQueue,
  log: diagnoseLog,
  lock: diagnoseLock,
}

/** The anomaly that a few operations prove by themselves, or undefined. */
export function diagnose(
  model: Model,
  { operations, blocked }: Pick<Symptom, 'operations' | 'blocked'>,
): Anomaly | undefined {
  const say = (operation: Operation) => model.describeOperation(operation)
  return DIAGNOSES[model.id]?.({ operations, blocked, initial: model.initial, say })
}
