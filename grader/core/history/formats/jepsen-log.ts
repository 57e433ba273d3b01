/**
 * Reads the log that a Jepsen test prints, such as Porcupine's test data:
 * `INFO  jepsen.util - 0	:invoke	:read	nil`. All other lines are passed over.
 */
import type { Json } from '../../trace/event.ts'
import { EdnReader } from './edn-reader.ts'
import { ednToJson, isEdnKeyword } from './edn-value.ts'
import { HistoryFormatError, quoted } from './format-error.ts'
import type { ClientEvent } from './pair-events.ts'
import type { Tally } from './tally.ts'
import { linesOf } from './text-position.ts'

/** Older tests print `jepsen.util - `, newer ones `jepsen.util: `. */
export const LOGGER = 'jepsen.util'
const ENTRY = /jepsen\.util(?: -|:)\s+(\S+)\s+:(invoke|ok|fail|info)\s+:(\S+)\s*(.*)$/
const CLIENT = /^\d+$/

/** The entries of clients, in order. */
export function* readJepsenLog(text: string, tally: Tally): Generator<ClientEvent> {
  for (const { number, text: line } of linesOf(text)) {
    const event = line.includes(LOGGER) ? eventOf(line, number) : undefined
    if (event !== undefined) yield event
    else if (line.trim() !== '') tally.passedOver += 1
  }
}

function eventOf(line: string, number: number): ClientEvent | undefined {
  const [, process = '', type = '', f = '', rest = ''] = ENTRY.exec(line) ?? []
  if (!CLIENT.test(process)) return undefined
  const { value, hasError } = valueOf(rest, { line: number, column: line.length - rest.length + 1 })
  return {
    line: number,
    column: 1,
    process,
    type: type as ClientEvent['type'],
    f,
    key: undefined,
    value,
    output: undefined,
    hasError,
    micros: undefined,
  }
}

/** A value, perhaps followed by an error, or an error in its place: `:timed-out`. */
function valueOf(
  text: string,
  place: { readonly line: number; readonly column: number },
): { readonly value: Json; readonly hasError: boolean } {
  const reader = new EdnReader(text)
  try {
    if (reader.peek() === '') return { value: null, hasError: false }
    const value = reader.read()
    const isError = isEdnKeyword(value)
    return { value: isError ? null : ednToJson(value), hasError: isError || reader.peek() !== '' }
  } catch (thrown) {
    if (!(thrown instanceof HistoryFormatError)) throw thrown
    throw new HistoryFormatError({
      line: place.line,
      column: place.column + thrown.column - 1,
      found: thrown.found,
      expected: `${thrown.expected}, in the value ${quoted(text)}`,
    })
  }
}
