/** Holds the small histories of figures against core's checkers. */

import type { FigureHistory } from '#content/schema/figure-history.ts'
import {
  checkLinearizable,
  checkSequential,
  classify,
  classifyIsolation,
  findModel,
  type History,
  type HistoryVerdict,
  ISOLATION_LEVELS,
  type Json,
  LEVELS,
  type Model,
  type Operation,
  present,
} from '#core'

export interface JudgedLevel {
  readonly id: string
  readonly name: string
  /** What it promises, in one sentence. */
  readonly promise: string
  readonly verdict: HistoryVerdict
}

const LIMITS = { stepsMax: 1_000_000 } as const
const MICROS_PER_MS = 1_000
const TRANSACTIONS = 'transactions'
/** Objects whose only operations here are reads and writes: all levels make sense for them. */
const ONE_VALUE: ReadonlySet<string> = new Set(['register', 'kv'])

/** The history as checkers read it: in order of the calls, and numbered. */
export function historyOf({ operations }: Pick<FigureHistory, 'operations'>): History {
  const inOrder = operations.toSorted((a, b) => a.from - b.from)
  return {
    operations: inOrder.map((operation, id): Operation => {
      const { client, f, key = '', output = null, from, to } = operation
      const input = operation.input ?? (f === 'txn' ? askedBy(output) : null)
      const outcome = operation.outcome ?? (to === undefined ? 'info' : 'ok')
      const isOpen = outcome === 'info'
      return {
        id,
        process: client,
        f,
        key,
        input,
        output: outcome === 'ok' ? output : null,
        call: from,
        return: isOpen ? null : (to ?? null),
        outcome,
        callMicros: from * MICROS_PER_MS,
        ...(isOpen || to === undefined ? {} : { returnMicros: to * MICROS_PER_MS }),
      }
    }),
  }
}

/** A transaction that says only what came back asked for the same, with its reads still open. */
function askedBy(output: Json): Json {
  if (!Array.isArray(output)) return null
  return output.map((part: Json) => {
    const [f, key, value] = Array.isArray(part) ? (part as readonly Json[]) : []
    return [f ?? null, key ?? null, f === 'r' ? null : (value ?? null)]
  })
}

/** The model of the object of this history. */
export function modelOf({ object, initial }: Pick<FigureHistory, 'object' | 'initial'>): Model {
  return present(findModel(object), `core has a model of ${object}`).make(initial)
}

/** Every level that makes sense for this history, from the strongest; those that it expects first. */
export function judgeHistory(history: FigureHistory): readonly JudgedLevel[] {
  const judged =
    history.object === TRANSACTIONS
      ? judgeTransactions(historyOf(history))
      : ONE_VALUE.has(history.object)
        ? judgeValues(history)
        : judgeObject(history)
  const asked = Object.keys(history.expected)
  return judged
    .filter(({ id }) => asked.includes(id))
    .toSorted((a, b) => asked.indexOf(a.id) - asked.indexOf(b.id))
}

function judgeTransactions(history: History): readonly JudgedLevel[] {
  const { levels } = classifyIsolation(history, LIMITS)
  return levels.map(({ level, verdict }) => {
    const { name, sentence } = present(
      ISOLATION_LEVELS.find(({ id }) => id === level),
      'the classifier knows the levels of core',
    )
    return { id: level, name, promise: sentence, verdict }
  })
}

function judgeValues(history: FigureHistory): readonly JudgedLevel[] {
  const { staleness, quietMs, initial } = history
  const ageMicrosMax = staleness?.ageMsMax
  const { perLevel } = classify(historyOf(history), {
    initial,
    limits: LIMITS,
    ...(staleness === undefined
      ? {}
      : {
          staleness: {
            ...(staleness.versionsMax === undefined ? {} : { versionsMax: staleness.versionsMax }),
            ...(ageMicrosMax === undefined ? {} : { ageMicrosMax: ageMicrosMax * MICROS_PER_MS }),
          },
        }),
    ...(quietMs === undefined ? {} : { quietMicros: quietMs * MICROS_PER_MS }),
  })
  return perLevel.map(({ level, verdict }) => namedLevel(level, verdict))
}

function judgeObject(history: FigureHistory): readonly JudgedLevel[] {
  const model = modelOf(history)
  const read = historyOf(history)
  return [
    namedLevel('linearizable', checkLinearizable(read, model, LIMITS)),
    namedLevel('sequential', checkSequential(read, model, LIMITS)),
  ]
}

function namedLevel(id: string, verdict: HistoryVerdict): JudgedLevel {
  const { name, sentence } = present(
    LEVELS.find((level) => level.id === id),
    'the classifier knows the levels of core',
  )
  return { id, name, promise: sentence, verdict }
}

/** Ids of the operations in an order that explains every answer; undefined when there is none. */
export function linearOrder(history: FigureHistory): readonly number[] | undefined {
  const verdict = checkLinearizable(historyOf(history), modelOf(history), LIMITS)
  return verdict.verdict === 'pass' ? verdict.order : undefined
}
