/** Tells by its beginning which format a text is in, and why it seems so. */
import { HistoryFormatError, quoted } from './format-error.ts'
import { LOGGER } from './jepsen-log.ts'
import { linesOf, type TextLine } from './text-position.ts'

/** The formats that can be read. */
export const HISTORY_FORMATS = ['json-lines', 'json-events', 'jepsen-edn', 'jepsen-log'] as const

export type HistoryFormat = (typeof HISTORY_FORMATS)[number]

export interface Detection {
  readonly format: HistoryFormat
  /** One sentence about what was seen. */
  readonly reason: string
}

/** A log begins with much that is not about operations. */
const LOG_LINES_MAX = 2_000
const FORMS = 'a JSON object, a map in EDN, or a line of Jepsen’s log (jepsen.util)'

/**
 * Looks at the first line that says something.
 * @throws HistoryFormatError when it is like none of the formats, or when there is none
 */
export function detectFormat(text: string): Detection {
  const first = firstLine(text)
  if (first === undefined) {
    throw new HistoryFormatError({
      line: 1,
      column: 1,
      found: 'an empty text',
      expected: `a history: ${FORMS}`,
    })
  }
  const found = byFirstLine(first) ?? byLogger(text)
  if (found !== undefined) return found
  throw new HistoryFormatError({
    line: first.number,
    column: first.text.search(/\S/) + 1,
    found: quoted(first.text.trim()),
    expected: FORMS,
  })
}

function firstLine(text: string): TextLine | undefined {
  for (const line of linesOf(text)) {
    // A comment of EDN tells nothing about what follows it.
    if (line.text.trim() !== '' && !line.text.trimStart().startsWith(';')) return line
  }
  return undefined
}

function byFirstLine({ number, text }: TextLine): Detection | undefined {
  const line = text.trim()
  if (/^\{\s*"/.test(line)) {
    return isJsonEvent(line)
      ? {
          format: 'json-events',
          reason: `Line ${number} is a JSON object about a call or a return: one line for each.`,
        }
      : {
          format: 'json-lines',
          reason: `Line ${number} is a JSON object: one line for each operation.`,
        }
  }
  if (/^[[(]*\s*(#[\w.:/-]+\s*)?\{\s*:/.test(line)) {
    return /:key\s/.test(line)
      ? {
          format: 'jepsen-edn',
          reason: `Line ${number} is a map in EDN with a :key, as in Porcupine’s key-value logs.`,
        }
      : { format: 'jepsen-edn', reason: `Line ${number} is a map in EDN, as Jepsen writes it.` }
  }
  // A vector whose maps begin on the next line.
  return /^[[(]$/.test(line)
    ? { format: 'jepsen-edn', reason: `Line ${number} opens a vector, as in Jepsen’s EDN.` }
    : undefined
}

/** An operation has a `call`; an event has a `type` and at most a `time`. */
function isJsonEvent(line: string): boolean {
  return (
    /"type"\s*:\s*"invoke"/.test(line) || (/"value"\s*:/.test(line) && !/"call"\s*:/.test(line))
  )
}

function byLogger(text: string): Detection | undefined {
  for (const { number, text: line } of linesOf(text)) {
    if (number > LOG_LINES_MAX) return undefined
    if (line.includes(LOGGER)) {
      return {
        format: 'jepsen-log',
        reason: `Line ${number} is of Jepsen’s log (${LOGGER}).`,
      }
    }
  }
  return undefined
}
