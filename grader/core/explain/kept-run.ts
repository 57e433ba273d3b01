/**
 * A failing run as it is kept and sent: its trace in the compact form, and the lines of code
 * behind its events. `decodeKeptRun(encodeKeptRun(run))` equals `run`.
 */
import { ByteReader, ByteStreamError, ByteWriter } from '../trace/byte-stream.ts'
import { TraceFormatError } from '../trace/codec.ts'
import { decodeCompact } from '../trace/compact.ts'
import type { Trace } from '../trace/event.ts'
import type { EventLine } from './learner-lines.ts'

export interface KeptRun {
  readonly trace: Trace
  /** In the learner's own positions, in the order of the events. */
  readonly lines: readonly EventLine[]
}

/** Grows when the bytes change their meaning. */
const VERSION = 1
const FIELD_NAMES = 0

/** @param trace in the compact form */
export function encodeKeptRun(trace: Uint8Array, lines: readonly EventLine[]): Uint8Array {
  const writer = new ByteWriter()
  writer.count(VERSION)
  writer.count(lines.length)
  let latest = 0
  for (const { event, line, column, field } of lines) {
    writer.count(event - latest)
    writer.count(line)
    writer.count(column)
    writer.count(field === undefined ? 0 : 1)
    if (field !== undefined) writer.text(field, FIELD_NAMES)
    latest = event
  }
  const head = writer.finish()
  const bytes = new Uint8Array(head.length + trace.length)
  bytes.set(head)
  bytes.set(trace, head.length)
  return bytes
}

/**
 * Reads a kept run back.
 * @throws TraceFormatError when the bytes do not follow the format
 */
export function decodeKeptRun(bytes: Uint8Array): KeptRun {
  const reader = new ByteReader(bytes)
  try {
    const version = reader.count()
    if (version !== VERSION) throw new ByteStreamError(`they are of version ${version}`)
    const lines: EventLine[] = []
    let latest = 0
    for (let left = reader.count(); left > 0; left--) {
      const event = latest + reader.count()
      const place = { event, line: reader.count(), column: reader.count() }
      const field = reader.count() === 0 ? {} : { field: reader.text(FIELD_NAMES) }
      lines.push({ ...place, ...field })
      latest = event
    }
    return { trace: decodeCompact(reader.rest()), lines }
  } catch (error) {
    if (!(error instanceof ByteStreamError)) throw error
    throw new TraceFormatError(`these bytes are not a kept run: ${error.message}`)
  }
}
