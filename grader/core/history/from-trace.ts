/** Reads the history of a run out of its trace: what the clients asked for and got. */
import type { Json, TraceEvent } from '../trace/event.ts'
import type { History, Operation } from './operation.ts'

/** What a lab's command means to a model. */
export interface CommandMeaning {
  /** What the operation does, as the models name it. */
  readonly f: string
  /** The object it acts on; the empty string when there is but one. */
  readonly key: string
  readonly input: Json
}

export interface HistoryReading {
  /** What a command asks for; undefined: the operation is left out of the history. */
  readonly meaningOf: (command: Json) => CommandMeaning | undefined
  /** What an answer says; the answer itself when left out. */
  readonly outputOf?: (answer: Json, command: Json) => Json
  /** True for an answer that says that nobody knows the outcome: such an operation is `info`. */
  readonly isUnknown?: (answer: Json, command: Json) => boolean
}

interface OpenOperation {
  readonly event: TraceEvent & { readonly kind: 'invoke' }
  readonly index: number
  readonly command: Json
}

/**
 * The operations in order of their calls. Call and return are the numbers of their events,
 * so that only operations that truly overlap overlap in the history. What nobody answered
 * before the end of the trace is `info`.
 */
export function historyOf(events: readonly TraceEvent[], reading: HistoryReading): History {
  const operations: Operation[] = []
  const open = new Map<number, OpenOperation>()
  for (const event of events) {
    if (event.kind === 'invoke') {
      const command = JSON.parse(event.body) as Json
      const meaning = reading.meaningOf(command)
      if (meaning === undefined) continue
      open.set(event.operation, { event, index: operations.length, command })
      operations.push({
        id: operations.length,
        process: event.client,
        ...meaning,
        output: null,
        call: event.id,
        return: null,
        outcome: 'info',
        callMicros: event.at,
        events: { invoke: event.id, complete: null },
      })
    } else if (event.kind === 'complete') {
      const started = open.get(event.operation)
      if (started === undefined) continue
      const before = operations[started.index] as Operation
      operations[started.index] = completed(before, event, started.command, reading)
    }
  }
  return { operations }
}

function completed(
  operation: Operation,
  event: TraceEvent & { readonly kind: 'complete' },
  command: Json,
  { outputOf = (answer) => answer, isUnknown = () => false }: HistoryReading,
): Operation {
  const { outcome } = event
  const events = { invoke: operation.call, complete: event.id }
  if (outcome === 'info') return { ...operation, events }
  const answer = outcome === 'ok' ? (JSON.parse(event.body) as Json) : null
  if (outcome === 'ok' && isUnknown(answer, command)) return { ...operation, events }
  const output = outcome === 'ok' ? outputOf(answer, command) : null
  return { ...operation, outcome, output, return: event.id, returnMicros: event.at, events }
}
