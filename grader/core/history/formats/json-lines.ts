/**
 * Netsplit's own form of a history: one JSON object on a line for each operation, with its
 * call and its return. Any program can write it, and it loses nothing.
 *
 *     {"process":0,"f":"write","key":"x","input":1,"output":null,"call":0,"return":3,"type":"ok"}
 */
import type { Json } from '../../trace/event.ts'
import type { History, Operation, Outcome, ProcessId } from '../operation.ts'
import { validateHistory } from '../validate-history.ts'
import { HistoryFormatError } from './format-error.ts'
import {
  fieldError,
  isText,
  isTextOrNumber,
  isWhole,
  isWholeOrNull,
  type JsonObjectLine,
  parseJsonObject,
  takeField,
} from './json-object.ts'
import type { PairedHistory } from './pair-events.ts'
import { tooManyOperations } from './read-limits.ts'
import { linesOf } from './text-position.ts'

/**
 * Reads a history; lines may come in any order, blank ones are passed over.
 * @throws HistoryFormatError
 */
export function readJsonLines(text: string, operationsMax: number): PairedHistory {
  const read: { readonly line: number; readonly operation: Operation }[] = []
  for (const line of linesOf(text)) {
    if (line.text.trim() === '') continue
    if (read.length === operationsMax) {
      throw tooManyOperations({ line: line.number, column: 1 }, operationsMax)
    }
    read.push({ line: line.number, operation: operationOf(parseJsonObject(line)) })
  }
  // Sorting is stable: what is called at one time stays in the order of its lines.
  read.sort((a, b) => a.operation.call - b.operation.call)
  const history = { operations: read.map(({ operation }, id) => ({ ...operation, id })) }
  const lines = read.map(({ line }) => line)
  const [problem] = validateHistory(history, lines)
  if (problem !== undefined) {
    const line = lines[problem.operation] ?? 1
    throw new HistoryFormatError({ line, column: 1, ...problem })
  }
  return { history, lines }
}

function operationOf(object: JsonObjectLine): Operation {
  const { fields } = object
  const outcome = takeField(object, 'type', isOutcome, 'one of "ok", "fail" and "info"')
  const callMicros = optionalMicros(object, 'callMicros')
  const returnMicros = optionalMicros(object, 'returnMicros')
  return {
    id: 0,
    process: String(takeField(object, 'process', isTextOrNumber, PROCESS)),
    f: takeField(object, 'f', isText, 'what was called, such as "read" or "write"'),
    key: keyOf(object),
    input: fields.input ?? null,
    output: fields.output ?? null,
    call: takeField(object, 'call', isWhole, TIME),
    return: takeField(object, 'return', isWholeOrNull, `${TIME}, or null for "info"`),
    outcome,
    ...(callMicros === undefined ? {} : { callMicros }),
    ...(returnMicros === undefined ? {} : { returnMicros }),
  }
}

const PROCESS = 'who called: a number or a string'
const TIME = 'a whole number that tells the order of calls and returns'

function keyOf(object: JsonObjectLine): string {
  const { key = null } = object.fields
  if (key === null) return ''
  if (isTextOrNumber(key)) return String(key)
  throw fieldError(object, 'key', 'the name of the object, a string; "" when there is but one')
}

function optionalMicros(object: JsonObjectLine, name: string): number | undefined {
  if ((object.fields[name] ?? null) === null) return undefined
  return takeField(object, name, isWhole, 'a time in whole microseconds')
}

function isOutcome(value: Json): value is Outcome {
  return value === 'ok' || value === 'fail' || value === 'info'
}

/**
 * Writes a history so that `readJsonLines` gives it back, but for the events of a trace that
 * it may have been read from. Whole numbers beyond 2^53 are refused when they are read again.
 */
export function writeJsonLines(history: History): string {
  return history.operations.map((operation) => `${JSON.stringify(lineOf(operation))}\n`).join('')
}

function lineOf(operation: Operation): object {
  const { process, f, key, input, output, call, outcome, callMicros, returnMicros } = operation
  return {
    process: processValue(process),
    f,
    key,
    input,
    output,
    call,
    return: operation.return,
    type: outcome,
    ...(callMicros === undefined ? {} : { callMicros }),
    ...(returnMicros === undefined ? {} : { returnMicros }),
  }
}

/** A number where the name is one, as Jepsen has it; otherwise the name. */
export function processValue(process: ProcessId): string | number {
  return /^(0|[1-9]\d{0,14})$/.test(process) ? Number(process) : process
}
