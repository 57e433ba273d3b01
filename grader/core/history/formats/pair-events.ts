/**
 * Makes operations of a recording in which each call and each return has an entry of its
 * own, as Jepsen writes it. Each process has at most one open call, which its next entry
 * completes; what never completes has an unknown outcome.
 */
import { nameText } from '../../json.ts'
import type { Json, Micros } from '../../trace/event.ts'
import type { History, Operation, ProcessId } from '../operation.ts'
import { type Completion, type Dialect, meaningOf } from './dialect.ts'
import { HistoryFormatError } from './format-error.ts'
import { isTupleHistory, type Keying, pairOf } from './key-tuples.ts'
import { tooManyOperations } from './read-limits.ts'

/** One entry about a client. */
export interface ClientEvent {
  readonly line: number
  readonly column: number
  readonly process: ProcessId
  readonly type: 'invoke' | Completion['type']
  readonly f: string
  /** The field `key`, where there is one. */
  readonly key: string | undefined
  readonly value: Json
  readonly output: Json | undefined
  readonly hasError: boolean
  readonly micros: Micros | undefined
}

export interface PairedHistory {
  readonly history: History
  /** The line of each operation's call, by its id. */
  readonly lines: readonly number[]
}

export interface PairOptions {
  readonly dialect: Dialect
  readonly keying: Keying
  readonly operationsMax: number
}

interface OpenCall {
  readonly invoke: ClientEvent
  readonly call: number
  complete: ClientEvent | undefined
  return: number | null
}

/**
 * Pairs the entries of each process.
 * @throws HistoryFormatError when a return has no call or a process calls twice at once
 */
export function pairEvents(events: Iterable<ClientEvent>, options: PairOptions): PairedHistory {
  const calls = pair(events, options.operationsMax)
  const isTuple =
    options.keying === 'tuples' ||
    (options.keying === 'auto' && isTupleHistory(calls.map(({ invoke }) => invoke)))
  return {
    history: {
      operations: calls.map((call, id) => toOperation(id, call, isTuple, options.dialect)),
    },
    lines: calls.map(({ invoke }) => invoke.line),
  }
}

function pair(events: Iterable<ClientEvent>, operationsMax: number): readonly OpenCall[] {
  const calls: OpenCall[] = []
  const openOf = new Map<ProcessId, OpenCall>()
  // Numbers calls and returns that are known; a call that ended in `info` never returned.
  let clock = 0
  for (const event of events) {
    const open = openOf.get(event.process)
    if (event.type === 'invoke') {
      if (open !== undefined) throw secondCall(event, open.invoke)
      if (calls.length === operationsMax) throw tooManyOperations(event, operationsMax)
      const call = { invoke: event, call: clock, complete: undefined, return: null }
      clock += 1
      calls.push(call)
      openOf.set(event.process, call)
      continue
    }
    if (open === undefined) throw noCall(event)
    if (open.invoke.f !== event.f) throw otherCall(event, open.invoke)
    open.complete = event
    if (event.type !== 'info') {
      open.return = clock
      clock += 1
    }
    openOf.delete(event.process)
  }
  return calls
}

function toOperation(id: number, call: OpenCall, isTuple: boolean, dialect: Dialect): Operation {
  const { invoke, complete } = call
  const { key, value: input } = isTuple
    ? pairOf(invoke.value, invoke)
    : { key: nameText(invoke.key ?? ''), value: invoke.value }
  const completion =
    complete === undefined ? undefined : completionOf(complete, isTuple ? pairOf : undefined)
  const { outcome, output } = meaningOf(invoke.f, input, completion, dialect)
  const isKnown = outcome !== 'info'
  const returnMicros = isKnown ? complete?.micros : undefined
  return {
    id,
    process: invoke.process,
    f: invoke.f,
    key,
    input,
    output,
    call: call.call,
    return: isKnown ? call.return : null,
    outcome,
    ...(invoke.micros === undefined ? {} : { callMicros: invoke.micros }),
    ...(returnMicros === undefined ? {} : { returnMicros }),
  }
}

function completionOf(event: ClientEvent, unpack: typeof pairOf | undefined): Completion {
  const { type, value, output, hasError } = event
  if (type === 'invoke' || unpack === undefined || type === 'info') {
    return { type: type === 'invoke' ? 'info' : type, value, output, hasError }
  }
  // A failure may bring an error in the place of its value.
  const inner = type === 'fail' && !Array.isArray(value) ? null : unpack(value, event).value
  return { type, value: inner, output, hasError }
}

function secondCall(event: ClientEvent, open: ClientEvent): HistoryFormatError {
  return new HistoryFormatError({
    ...event,
    found: `a call of ${event.f} by process ${event.process}, whose ${open.f} of line ${open.line} has not returned`,
    expected: `:ok, :fail or :info of that ${open.f} first, because a process calls one after the other`,
  })
}

function noCall(event: ClientEvent): HistoryFormatError {
  return new HistoryFormatError({
    ...event,
    found: `:${event.type} of ${event.f} by process ${event.process}, which has no open call`,
    expected: `an :invoke of ${event.f} by process ${event.process} on a line before`,
  })
}

function otherCall(event: ClientEvent, open: ClientEvent): HistoryFormatError {
  return new HistoryFormatError({
    ...event,
    found: `:${event.type} of ${event.f} by process ${event.process}, whose open call is ${open.f} of line ${open.line}`,
    expected: `:${event.type} of ${open.f}`,
  })
}
