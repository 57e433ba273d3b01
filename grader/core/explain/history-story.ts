/**
 * The story of a history that is not what was claimed: at most five operations in order of
 * their calls, how they are tied to each other, and for linearizability how far a legal
 * order comes and what it has no place for.
 */
import type { Anomaly, Relation } from '../check/history-verdict.ts'
import type { History, Operation } from '../history/operation.ts'
import type { EventId, Micros } from '../trace/event.ts'
import { STEPS_MAX } from './choose-events.ts'
import { formatSeconds } from './describe-event.ts'
import { describeOperation, nameOperation } from './describe-operation.ts'
import { plain } from './plain-text.ts'
import { STEP_LENGTH_MAX } from './story.ts'
import { isolationWording } from './wording/isolation.ts'
import { type LevelWording, levelWording } from './wording/levels.ts'

export interface HistoryStep {
  /** Id of the operation. */
  readonly operation: number
  /** The event of its call, where the history was read from a trace. */
  readonly event?: EventId
  /** When it was called and returned, where that is known. */
  readonly callMicros?: Micros
  readonly returnMicros?: Micros
  /** From call to return in the history's own numbers: `3–5`, `3–?` when it never returned. */
  readonly span: string
  /** One plain sentence without a full stop, of at most `STEP_LENGTH_MAX` characters. */
  readonly text: string
}

export interface HistoryStory {
  readonly claim: string
  readonly what: string
  readonly steps: readonly HistoryStep[]
  /** How far a legal order comes; only where a checker says so. */
  readonly order?: {
    /** The last operations of the longest legal order, with the state after each. */
    readonly legal: readonly string[]
    /** How many operations of that order come before these. */
    readonly before: number
    /** The operations that no order has a place for. */
    readonly stuck: readonly string[]
  }
  readonly ask: string
}

export interface HistoryStoryOptions {
  readonly history: History
  /** Id of the level that does not hold. */
  readonly level: string
  readonly anomaly: Anomaly
  /** The longest legal order and what it has no place for, as `checkLinearizable` tells. */
  readonly longestOrder?: readonly { readonly operation: number; readonly state: string }[]
  readonly stuck?: readonly number[]
  /** Describes an operation in the past tense, for models with words of their own. */
  readonly describe?: (operation: Operation) => string
}

const WHAT_LENGTH_MAX = 400
/** So much of a legal order is shown: what led to it is in the history. */
const LEGAL_SHOWN = 4

const PLAIN: LevelWording = {
  claim: 'The history fits what was claimed.',
  verdict: 'which does not fit',
  ask: 'Which of these operations should have seen something else?',
}

/** Tells why a history is not of this level. */
export function tellHistory(options: HistoryStoryOptions): HistoryStory {
  const { level, anomaly } = options
  const wording = wordingOf(level, anomaly.kind)
  const order = orderOf(options)
  return {
    claim: wording.claim,
    what: plain(anomaly.message, WHAT_LENGTH_MAX),
    steps: stepsOf(options, wording),
    ...(order === undefined ? {} : { order }),
    ask: wording.ask,
  }
}

function wordingOf(level: string, kind: string): LevelWording {
  return levelWording(level) ?? isolationWording(level, kind) ?? PLAIN
}

function stepsOf(options: HistoryStoryOptions, { verdict }: LevelWording): readonly HistoryStep[] {
  const { history, anomaly, describe = describeOperation } = options
  const told = chosen(anomaly)
    .map((id) => history.operations[id])
    .filter((operation): operation is Operation => operation !== undefined)
    .toSorted((a, b) => a.call - b.call || a.id - b.id)
  return told.map((operation, index) => {
    const earlier = told.slice(0, index)
    const tie = index === told.length - 1 ? verdict : tieTo(earlier, operation, anomaly.relations)
    const text = `${describe(operation)}${tie === undefined ? '' : `, ${tie}`}`
    const { id, callMicros, returnMicros, events } = operation
    return {
      operation: id,
      ...(events === undefined ? {} : { event: events.invoke }),
      ...(callMicros === undefined ? {} : { callMicros }),
      ...(returnMicros === undefined ? {} : { returnMicros }),
      span: `${operation.call}–${operation.return ?? '?'}`,
      text: plain(text, STEP_LENGTH_MAX),
    }
  })
}

/** The operations to tell: the first and the last of the anomaly, and what lies between. */
function chosen({ operations }: Anomaly): readonly number[] {
  const ids = [...new Set(operations)]
  if (ids.length <= STEPS_MAX) return ids
  return [...ids.slice(0, STEPS_MAX - 2), ...ids.slice(-2)]
}

/** How this operation is tied to one that was told before it; the most telling tie. */
function tieTo(
  earlier: readonly Operation[],
  operation: Operation,
  relations: readonly Relation[],
): string | undefined {
  for (const kind of ['reads-from', 'read-before', 'overwrites', 'causal', 'real-time'] as const) {
    const before = earlier.find(({ id }) =>
      relations.some((tie) => tie.kind === kind && tie.from === id && tie.to === operation.id),
    )
    if (before !== undefined) return TIES[kind](nameOperation(before))
  }
  return undefined
}

const TIES: Readonly<
  Record<Exclude<Relation['kind'], 'process-order'>, (other: string) => string>
> = {
  'reads-from': (other) => `from ${other}`,
  'read-before': (other) => `which ${other} did not see`,
  overwrites: (other) => `over ${other}`,
  causal: (other) => `knowing of ${other}`,
  'real-time': (other) => `after ${other} had returned`,
}

function orderOf(options: HistoryStoryOptions): HistoryStory['order'] {
  const { history, longestOrder, stuck, describe = describeOperation } = options
  if (longestOrder === undefined || stuck === undefined) return undefined
  const nameOf = (id: number) => {
    const operation = history.operations[id]
    return operation === undefined ? `operation ${id}` : describe(operation)
  }
  const shown = longestOrder.slice(-LEGAL_SHOWN)
  return {
    before: longestOrder.length - shown.length,
    legal: shown.map(({ operation, state }) =>
      plain(`${nameOf(operation)}, which leaves ${state}`, STEP_LENGTH_MAX),
    ),
    stuck: stuck.map((id) => plain(nameOf(id), STEP_LENGTH_MAX)),
  }
}

/** The whole story as text. */
export function printHistoryStory({ claim, what, steps, order, ask }: HistoryStory): string {
  const dated = steps.map((step, index) => `  ${index + 1}. ${timeOf(step)}  ${step.text}`)
  return [claim, what, ...dated, ...printOrder(order), `Ask yourself: ${ask}`, ''].join('\n')
}

function timeOf({ callMicros, returnMicros, span }: HistoryStep): string {
  if (callMicros === undefined) return `[${span}]`
  const end = returnMicros === undefined ? '?' : formatSeconds(returnMicros)
  return `${formatSeconds(callMicros)} to ${end}`
}

function printOrder(order: HistoryStory['order']): readonly string[] {
  if (order === undefined) return []
  const { before, legal, stuck } = order
  const head =
    before === 0
      ? 'The longest order that explains every answer:'
      : `The longest order that explains every answer has ${before} more before these:`
  return [
    head,
    ...legal.map((line) => `  - ${line}`),
    `No order has a place for: ${stuck.join('; ')}`,
  ]
}
