/** The fields of each kind of event, in the order in which both forms of a trace write them. */
import type { EventKind } from './event.ts'

/**
 * How the compact form writes a field: a whole number, a text that is likely to come again,
 * or any JSON value. The plain form writes JSON throughout.
 */
export type FieldType = 'whole' | 'text' | 'json'

export interface Field {
  readonly name: string
  readonly type: FieldType
}

function text(name: string): Field {
  return { name, type: 'text' }
}

function whole(name: string): Field {
  return { name, type: 'whole' }
}

function json(name: string): Field {
  return { name, type: 'json' }
}

/** The order of the kinds is part of the compact form: new ones come last. */
export const FIELDS: { readonly [K in EventKind]: readonly Field[] } = {
  boot: [text('node'), whole('incarnation')],
  receive: [text('node'), text('from'), whole('message')],
  timer: [text('node'), text('name')],
  request: [text('node'), text('client'), whole('operation')],
  send: [text('node'), text('to'), whole('message'), text('body')],
  'set-timer': [text('node'), text('name'), whole('delayMicros')],
  'cancel-timer': [text('node'), text('name')],
  write: [text('node'), text('key'), text('value')],
  sync: [text('node')],
  reply: [text('node'), text('client'), whole('operation'), text('outcome'), text('body')],
  apply: [text('node'), text('value')],
  observe: [text('node'), json('fields')],
  note: [text('node'), text('text')],
  drop: [whole('message'), text('from'), text('to'), text('reason'), whole('cut')],
  duplicate: [whole('message'), whole('copy'), text('from'), text('to')],
  invoke: [text('client'), whole('operation'), text('node'), text('body')],
  complete: [text('client'), whole('operation'), text('outcome'), text('body')],
  cut: [whole('cut'), text('label'), json('links')],
  heal: [whole('cut')],
  crash: [text('node'), whole('writesLost'), json('tornKey')],
  pause: [text('node')],
  resume: [text('node')],
  clog: [text('from'), text('to')],
  unclog: [text('from'), text('to')],
  degrade: [text('label'), json('links'), json('weather')],
  restore: [text('label'), json('links')],
  skew: [text('node'), whole('offsetMicros'), whole('driftPpm')],
  threw: [text('node'), text('name'), text('message')],
  phase: [text('phase')],
  end: [text('reason'), text('detail')],
  retry: [text('client'), whole('operation'), text('node')],
}

/** An event read as a record of its fields. */
export type FieldValues = { readonly [name: string]: unknown }
