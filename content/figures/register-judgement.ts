/**
 * Judges the runs of registers with core's own checkers. Commands are `{kind: 'read', key?}` and
 * `{kind: 'write', key?, value}`; a read answers with the value.
 */
import {
  type Classification,
  checkLinearizable,
  classify,
  findModel,
  type History,
  historyOf,
  type Json,
  present,
  type Trace,
} from '#core'
import type { LevelName } from '../schema/figure-history.ts'

/** Far more than the histories of figures ever need. */
const LIMITS = { stepsMax: 1_000_000 } as const

export interface LinearizabilityJudgement {
  readonly holds: boolean
  /** What is wrong, in one sentence of the checker; empty when nothing is. */
  readonly message: string
  /** Numbers of the operations that it speaks of, as in the trace. */
  readonly operations: readonly number[]
  /** The last of them: the one that should not have answered as it did. */
  readonly culprit: number | undefined
}

/** The reads and writes of a run as a history for checkers. Writes may answer what they like. */
export function registerHistory({ events }: Trace): History {
  return historyOf(events, {
    meaningOf(command) {
      const { kind, key, value } = command as { readonly [name: string]: Json | undefined }
      if (kind !== 'read' && kind !== 'write') return undefined
      return { f: kind, key: typeof key === 'string' ? key : '', input: value ?? null }
    },
    outputOf: (answer, command) =>
      (command as { readonly kind: string }).kind === 'read' ? answer : null,
  })
}

/**
 * Whether a run of registers is linearizable (Herlihy and Wing 1990).
 *
 * @param initial what every register held before anybody wrote
 * @throws Error when the checker cannot tell, which small runs never give it reason to
 */
export function judgeLinearizable(trace: Trace, initial: Json): LinearizabilityJudgement {
  const history = registerHistory(trace)
  const model = present(findModel('kv'), 'core has a model of registers by key').make(initial)
  const verdict = checkLinearizable(history, model, LIMITS)
  switch (verdict.verdict) {
    case 'pass':
      return { holds: true, message: '', operations: [], culprit: undefined }
    case 'fail': {
      const numbers = verdict.anomaly.operations.map((id) => numberOf(trace, history, id))
      const [stuck = verdict.anomaly.operations.at(-1) ?? 0] = verdict.stuck
      const culprit = numberOf(trace, history, stuck)
      return { holds: false, message: verdict.anomaly.message, operations: numbers, culprit }
    }
    case 'unknown':
      throw new Error(`The history of this run cannot be judged: ${verdict.why}`)
  }
}

/** Every level of consistency that a run of registers keeps or breaks. */
export function classifyRegisters(trace: Trace, initial: Json): Classification {
  return classify(registerHistory(trace), { initial, limits: LIMITS })
}

/** Whether the run keeps this level; `unknown` is not a yes. */
export function keepsLevel(classification: Classification, level: LevelName): boolean {
  const found = classification.perLevel.find((each) => each.level === level)
  return found?.verdict.verdict === 'pass'
}

/** The number in the trace of the operation with this id in the history. */
function numberOf({ events }: Trace, { operations }: History, id: number): number {
  const invoked = events[operations[id]?.events?.invoke ?? -1]
  return invoked?.kind === 'invoke' ? invoked.operation : 0
}
