/**
 * The compact form of a trace, for keeping and sending: a few bytes where the text form
 * has a line. Both hold the same: `decodeCompact(encodeCompact(t))` equals `t`.
 *
 * After a mark, a version and the header come the events: kind, time since the event
 * before, distance to the cause, fields. A whole number is written as the difference to
 * the last one of its field, a text as `byte-stream.ts` says.
 */
import { ByteReader, ByteStreamError, ByteWriter } from './byte-stream.ts'
import { decodeHeader, encodeHeader, TraceFormatError } from './codec.ts'
import type { EventKind, Trace, TraceEvent } from './event.ts'
import { FIELDS, type FieldType, type FieldValues } from './fields.ts'

/** The letters N S T, and the version of this form. */
const MARK = [0x4e, 0x53, 0x54, 1]

interface FieldCode {
  readonly name: string
  readonly type: FieldType
  /** Numbers the field over all kinds. */
  readonly slot: number
}

interface KindCode {
  readonly kind: EventKind
  readonly fields: readonly FieldCode[]
}

let slots = 0
const KINDS: readonly KindCode[] = (Object.keys(FIELDS) as EventKind[]).map((kind) => ({
  kind,
  fields: FIELDS[kind].map(({ name, type }) => ({ name, type, slot: slots++ })),
}))
const CODES = new Map(KINDS.map(({ kind }, code) => [kind, code]))
const HEADER_SLOT = slots

/** Writes a whole trace, whose events must be numbered from 0 on. */
export function encodeCompact({ header, events }: Trace): Uint8Array {
  const writer = new ByteWriter()
  for (const byte of MARK) writer.count(byte)
  writer.text(encodeHeader(header).trimEnd(), HEADER_SLOT)
  const latest = new Float64Array(slots)
  let at = 0
  for (const event of events) {
    const code = CODES.get(event.kind) as number
    writer.count(code)
    writer.count(event.at - at)
    writer.count(event.cause < 0 ? 0 : event.id - event.cause)
    at = event.at
    for (const field of (KINDS[code] as KindCode).fields) {
      writeField(writer, field, (event as unknown as FieldValues)[field.name], latest)
    }
  }
  return writer.finish()
}

function writeField(
  writer: ByteWriter,
  { type, slot }: FieldCode,
  value: unknown,
  latest: Float64Array,
): void {
  switch (type) {
    case 'whole':
      writer.whole((value as number) - (latest[slot] as number))
      latest[slot] = value as number
      return
    case 'text':
      return writer.text(value as string, slot)
    case 'json':
      return writer.text(JSON.stringify(value), slot)
  }
}

/**
 * Reads a trace back.
 * @throws TraceFormatError when the bytes do not follow the format
 */
export function decodeCompact(bytes: Uint8Array): Trace {
  const reader = new ByteReader(bytes)
  try {
    for (const byte of MARK) {
      if (reader.count() !== byte) throw new ByteStreamError('they do not begin with its mark')
    }
    const header = decodeHeader(reader.text(HEADER_SLOT))
    const events: TraceEvent[] = []
    const latest = new Float64Array(slots)
    let at = 0
    while (!reader.isDone) {
      const event = readEvent(reader, events.length, at, latest)
      events.push(event)
      at = event.at
    }
    return { header, events }
  } catch (error) {
    if (!(error instanceof ByteStreamError)) throw error
    throw new TraceFormatError(`these bytes are not a trace: ${error.message}`)
  }
}

function readEvent(
  reader: ByteReader,
  id: number,
  before: number,
  latest: Float64Array,
): TraceEvent {
  const code = KINDS[reader.count()]
  if (code === undefined) throw new ByteStreamError(`event ${id} is of no known kind`)
  const at = before + reader.count()
  const distance = reader.count()
  if (distance > id) throw new ByteStreamError(`the cause of event ${id} is not in the trace`)
  const event: Record<string, unknown> = { id, at, cause: distance === 0 ? -1 : id - distance }
  event.kind = code.kind
  for (const field of code.fields) event[field.name] = readField(reader, field, latest)
  return event as unknown as TraceEvent
}

function readField(reader: ByteReader, { type, slot }: FieldCode, latest: Float64Array): unknown {
  switch (type) {
    case 'whole': {
      const value = (latest[slot] as number) + reader.whole()
      latest[slot] = value
      return value
    }
    case 'text':
      return reader.text(slot)
    case 'json':
      return parseJson(reader.text(slot))
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new ByteStreamError('a value is not JSON')
  }
}
