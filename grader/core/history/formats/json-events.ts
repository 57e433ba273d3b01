/**
 * Reads recordings with a JSON object on a line for each call and each return: the easiest
 * form for a program to log, with the fields that Jepsen uses.
 *
 *     {"process":0,"type":"invoke","f":"write","value":1}
 *     {"process":0,"type":"ok","f":"write","value":1}
 */
import { nameText } from '../../json.ts'
import type { Json } from '../../trace/event.ts'
import { isText, isTextOrNumber, parseJsonObject, takeField } from './json-object.ts'
import type { ClientEvent } from './pair-events.ts'
import { microsOf, type Tally } from './tally.ts'
import { linesOf, type TextLine } from './text-position.ts'

/** The entries of clients, in order. */
export function* readJsonEvents(text: string, tally: Tally): Generator<ClientEvent> {
  for (const line of linesOf(text)) {
    if (line.text.trim() === '') continue
    const event = eventOf(line)
    if (event === undefined) tally.passedOver += 1
    else yield event
  }
}

function eventOf(line: TextLine): ClientEvent | undefined {
  const object = parseJsonObject(line)
  const { fields } = object
  const process = takeField(object, 'process', isTextOrNumber, 'who called: a number or a string')
  if (process === 'nemesis') return undefined
  const { key = null, output, error = null } = fields
  return {
    line: line.number,
    column: 1,
    process: String(process),
    type: takeField(object, 'type', isType, 'one of "invoke", "ok", "fail" and "info"'),
    f: takeField(object, 'f', isText, 'what was called, such as "read" or "write"'),
    key: key === null ? undefined : nameText(key),
    value: fields.value ?? null,
    output,
    hasError: error !== null,
    micros: microsOf(fields.time),
  }
}

function isType(value: Json): value is ClientEvent['type'] {
  return value === 'invoke' || value === 'ok' || value === 'fail' || value === 'info'
}
