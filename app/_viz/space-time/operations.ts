/** What clients asked for, as bars from the question to the answer. */
import type { ClientId, EventId, Json, OperationId, Trace } from '#core'
import { cutText } from './texts.ts'

export interface OperationSpan {
  readonly operation: OperationId
  readonly client: ClientId
  /** `put x 1 → ok`, as far as it is short. */
  readonly text: string
  readonly invokedBy: EventId
  /** Undefined when the run ended before anybody answered. */
  readonly completedBy: EventId | undefined
  /** `info`: nobody answered in time, and it may still take effect at any later moment. */
  readonly outcome: 'ok' | 'fail' | 'info' | undefined
}

/** All operations of a trace, in the order in which they were asked for. */
export function readOperations({ events }: Trace): readonly OperationSpan[] {
  const spans = new Map<OperationId, OperationSpan>()
  for (const event of events) {
    if (event.kind === 'invoke') {
      const { operation, client, id: invokedBy } = event
      const text = bodyText(event.body)
      const open = { completedBy: undefined, outcome: undefined }
      spans.set(operation, { operation, client, text, invokedBy, ...open })
    } else if (event.kind === 'complete') {
      const span = spans.get(event.operation)
      if (span === undefined) continue
      const { outcome, id: completedBy } = event
      const text = cutText(`${span.text} → ${answerText(event.outcome, event.body)}`, TEXT_MAX)
      spans.set(event.operation, { ...span, text, outcome, completedBy })
    }
  }
  return [...spans.values()]
}

const TEXT_MAX = 30

function answerText(outcome: 'ok' | 'fail' | 'info', body: string): string {
  if (outcome === 'info') return '?'
  const text = bodyText(body)
  if (outcome === 'fail') return text === '' ? 'refused' : `refused: ${text}`
  return text === '' ? 'ok' : text
}

/** A command or a result in a few words: `{"put":"x","value":1}` becomes `put x 1`. */
export function bodyText(body: string): string {
  let value: Json
  try {
    value = JSON.parse(body) as Json
  } catch {
    return cutText(body, TEXT_MAX)
  }
  return cutText(plainText(value), TEXT_MAX)
}

/** The names that say only what kind of thing it is add nothing to its words. */
const SILENT = new Set(['kind', 'type', 'op', 'f', 'key', 'value', 'name'])

function plainText(value: Json): string {
  if (value === null) return 'null'
  if (typeof value === 'string') return value === '' ? '""' : value
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return `[${value.map((item: Json) => plainText(item)).join(' ')}]`
  return Object.entries(value)
    .map(([name, part]) => (SILENT.has(name) ? plainText(part) : `${name} ${plainText(part)}`))
    .join(' ')
}
