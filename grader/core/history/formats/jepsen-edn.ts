/**
 * Reads histories as Jepsen stores them in `history.edn`: a map for each call and each
 * return, one after the other or all in one vector. Porcupine's key-value logs are of the
 * same form, with a field `:key`. What the nemesis did is passed over.
 */
import { nameText } from '../../json.ts'
import type { Json } from '../../trace/event.ts'
import { EdnReader } from './edn-reader.ts'
import {
  describeEdn,
  type EdnMap,
  type EdnValue,
  ednToJson,
  isEdnKeyword,
  isEdnMap,
} from './edn-value.ts'
import type { ClientEvent } from './pair-events.ts'
import { microsOf, type Tally } from './tally.ts'

/** The entries of clients, in order. */
export function* readJepsenEdn(text: string, tally: Tally): Generator<ClientEvent> {
  const reader = new EdnReader(text)
  let closer = ''
  for (;;) {
    const char = reader.peek()
    const start = reader.position
    if (char === '' && closer === '') return
    if (closer === '' && (char === '[' || char === '(')) {
      reader.skip()
      closer = char === '[' ? ']' : ')'
      continue
    }
    if (closer !== '' && char === closer) {
      reader.skip()
      closer = ''
      continue
    }
    if (char === '') {
      throw reader.error(start, 'the end of the text', `“${closer}” at the end of the history`)
    }
    const value = reader.read()
    if (!isEdnMap(value)) {
      throw reader.error(
        start,
        describeEdn(value),
        'a map such as {:process 0, :type :invoke, :f :read, :value nil}',
      )
    }
    const event = eventOf(value, start, reader)
    if (event === undefined) tally.passedOver += 1
    else yield event
  }
}

function eventOf(map: EdnMap, start: number, reader: EdnReader): ClientEvent | undefined {
  const process = map.get('process')
  // Clients have numbers; what has a name, such as :nemesis, is part of the test.
  if (isEdnKeyword(process)) return undefined
  const expectedProcess = 'a number or a string, as in :process 0'
  if (typeof process !== 'number' && typeof process !== 'string') {
    throw reader.error(start, missingOr('process', process), expectedProcess)
  }
  const type = nameOf(map.get('type'))
  if (type !== 'invoke' && type !== 'ok' && type !== 'fail' && type !== 'info') {
    throw reader.error(
      start,
      missingOr('type', map.get('type')),
      'one of :type :invoke, :ok, :fail and :info',
    )
  }
  const f = nameOf(map.get('f'))
  if (f === undefined || f === '') {
    throw reader.error(start, missingOr('f', map.get('f')), 'what was called, as in :f :read')
  }
  const key = map.get('key')
  const output = map.get('output')
  const error = map.get('error')
  return {
    ...reader.placeAt(start),
    process: String(process),
    type,
    f,
    key: key === undefined ? undefined : nameText(ednToJson(key)),
    value: jsonOf(map.get('value')),
    output: output === undefined ? undefined : ednToJson(output),
    hasError: error !== undefined && error !== null,
    micros: microsOf(map.get('time')),
  }
}

/** A keyword or a string, which some writers use instead. */
function nameOf(value: EdnValue | undefined): string | undefined {
  if (isEdnKeyword(value)) return value.keyword
  return typeof value === 'string' ? value : undefined
}

function jsonOf(value: EdnValue | undefined): Json {
  return value === undefined ? null : ednToJson(value)
}

function missingOr(field: string, value: EdnValue | undefined): string {
  return value === undefined ? `a map without :${field}` : `:${field} ${describeEdn(value)}`
}
