/**
 * Reads what comes out of the frame. Code from anybody runs in there, in the same worker as our
 * own part, so every word may be forged: nothing is believed but its shape. What passes here
 * can be wrong about that code's run, and can do nothing else.
 */
import { TRADE_OFF_LEVELS } from '#core'
import type { RunMessage } from './messages.ts'

/** A run of ours says a word for each handler call at most. */
export const MESSAGES_MAX = 400_000
/** UTF-16 units in all words of one frame. */
export const TEXT_LENGTH_MAX = 400_000_000
const NAME_LENGTH_MAX = 300
const WHY_LENGTH_MAX = 2_000
const ITEMS_MAX = 500_000

/** Undefined for whatever is not one of our messages. */
export function readRunMessage(data: unknown): RunMessage | undefined {
  if (!isRecord(data) || typeof data.kind !== 'string') return undefined
  if (data.kind === 'broke-down') {
    return isText(data.why)
      ? { kind: 'broke-down', why: data.why.slice(0, WHY_LENGTH_MAX) }
      : undefined
  }
  const isOurs = Object.hasOwn(SHAPES, data.kind)
    ? SHAPES[data.kind as keyof typeof SHAPES](data)
    : false
  return isOurs ? (data as unknown as RunMessage) : undefined
}

/** How many UTF-16 units of text a message carries, as far as that can be much. */
export function lengthOfMessage(message: RunMessage): number {
  if ('trace' in message) return message.trace.length
  return 'text' in message ? message.text.length : 0
}

type Fields = Readonly<Record<string, unknown>>
type Shape = (fields: Fields) => boolean

const SHAPES: Readonly<Record<Exclude<RunMessage['kind'], 'broke-down'>, Shape>> = {
  ready: () => true,
  judged: () => true,
  finished: () => true,
  'seed-started': isSeedRef,
  'seed-done': (fields) => isSeedRef(fields) && isCount(fields.events),
  'check-done': ({ result, trace, script, lines }) =>
    isCheckResult(result) &&
    isText(trace) &&
    isOptional(script, isText) &&
    isOptional(lines, isLines),
  measured: ({ tradeOff }) => isTradeOff(tradeOff),
  shrinking: ({ checkId, runs, before, size }) =>
    isName(checkId) && isCount(runs) && isSize(before) && isSize(size),
  shrunk: (fields) =>
    isName(fields.checkId) &&
    isSeedResult(fields.failure) &&
    isText(fields.trace) &&
    isLines(fields.lines) &&
    isText(fields.script) &&
    isText(fields.wholeScript) &&
    isSize(fields.before) &&
    isSize(fields.after) &&
    typeof fields.isMinimal === 'boolean',
  replayed: ({ result, trace, lines, script, fell, stuckAt }) =>
    isSeedResult(result) &&
    isText(trace) &&
    isLines(lines) &&
    isText(script) &&
    isListOf(fell, (one) => isCount(one.step) && isCount(one.event)) &&
    isOptional(stuckAt, isText),
  'script-problems': ({ problems }) =>
    isListOf(problems, ({ line, message }) => isCount(line) && isText(message)),
  hand: ({ from, trace, choices, outcome, hasEnded, stepCount, script, refused }) =>
    isCount(from) &&
    isText(trace) &&
    isListOf(choices, isChoice) &&
    isOptional(outcome, isOutcome) &&
    typeof hasEnded === 'boolean' &&
    isCount(stepCount) &&
    isText(script) &&
    isOptional(refused, isText),
  recorded: ({ text }) => isText(text),
}

const OUTCOMES: Readonly<Record<string, Shape>> = {
  pass: () => true,
  unknown: ({ why }) => isText(why),
  'claim-broken': ({ claimId, at, violation }) =>
    isName(claimId) &&
    isCount(at) &&
    isRecord(violation) &&
    isCount(violation.event) &&
    isText(violation.message) &&
    isList(violation.related, isCount) &&
    isList(violation.nodes, isName),
  threw: ({ node, name, message, line, column, at, event }) =>
    isName(node) && isText(name) && isText(message) && [line, column, at, event].every(isCount),
  'over-budget': ({ budget, limit, at, event }) =>
    isName(budget) && [limit, at, event].every(isCount),
  'not-deterministic': ({ event }) => isCount(event),
}

function isOutcome(value: unknown): boolean {
  if (!isRecord(value) || typeof value.kind !== 'string') return false
  return Object.hasOwn(OUTCOMES, value.kind) && OUTCOMES[value.kind]?.(value) === true
}

function isSeedResult(value: unknown): boolean {
  return (
    isRecord(value) &&
    isCount(value.seed) &&
    isOutcome(value.outcome) &&
    isName(value.traceHash) &&
    isCount(value.eventCount)
  )
}

function isCheckResult(value: unknown): boolean {
  return (
    isRecord(value) &&
    isName(value.checkId) &&
    ['pass', 'fail', 'unknown'].includes(value.verdict as string) &&
    [value.seedsPassed, value.seedsRun, value.seedCount].every(isCount) &&
    isOptional(value.failure, isSeedResult)
  )
}

function isTradeOff(value: unknown): boolean {
  if (!isRecord(value) || !isCount(value.runs)) return false
  const levels: readonly unknown[] = TRADE_OFF_LEVELS
  return (
    isShare(value.larger) &&
    isShare(value.smaller) &&
    (value.level === null || levels.includes(value.level))
  )
}

function isShare(value: unknown): boolean {
  return isRecord(value) && isCount(value.asked) && isCount(value.ok)
}

const CHOICE_KINDS = new Set<unknown>([
  'message',
  'timer',
  'start',
  'ask',
  'request',
  'answer',
  'give-up',
  'retry',
  'fault',
  'liveness',
  'end',
])

function isChoice({ name, kind, place, text, body, due }: Fields): boolean {
  return (
    isText(name) &&
    CHOICE_KINDS.has(kind) &&
    isOptional(place, isName) &&
    isText(text) &&
    isText(body) &&
    isCount(due)
  )
}

function isLines(value: unknown): boolean {
  return isListOf(
    value,
    ({ event, line, column, field }) =>
      [event, line, column].every(isCount) && isOptional(field, isText),
  )
}

function isSize(value: unknown): boolean {
  return isRecord(value) && [value.events, value.faults, value.operations].every(isCount)
}

function isSeedRef({ checkId, seed }: Fields): boolean {
  return isName(checkId) && isCount(seed)
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isListOf(value: unknown, shape: Shape): boolean {
  return isList(value, (item) => isRecord(item) && shape(item))
}

function isList(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length <= ITEMS_MAX && value.every(isItem)
}

function isOptional(value: unknown, isIt: (value: unknown) => boolean): boolean {
  return value === undefined || isIt(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && value.length <= NAME_LENGTH_MAX
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
