/**
 * The text form of a trace: a header line, then one event a line. It is what hashes,
 * golden files and people read. `decodeTrace(encodeTrace(t))` equals `t`.
 *
 * A line is `id at cause kind {rest}`: the rest is the other fields as JSON, in the
 * order of `FIELDS`, so that equal events have equal lines.
 */
import { present } from '../assert.ts'
import type { EventKind, Trace, TraceEvent, TraceHeader } from './event.ts'
import { FIELDS, type FieldValues } from './fields.ts'

/** One line, with its line break. */
export function encodeEvent(event: TraceEvent): string {
  const values = FIELDS[event.kind].map(({ name }) => (event as unknown as FieldValues)[name])
  return `${event.id} ${event.at} ${event.cause} ${event.kind} ${JSON.stringify(values)}\n`
}

/** The first line of a trace, with its line break. */
export function encodeHeader({ version, scenario, seed, nodes, clients }: TraceHeader): string {
  return `netsplit-trace ${version} ${JSON.stringify([scenario, seed, nodes, clients])}\n`
}

export function encodeTrace({ header, events }: Trace): string {
  return encodeHeader(header) + events.map(encodeEvent).join('')
}

/** A text that is not a trace; says in which line. */
export class TraceFormatError extends Error {
  override readonly name = 'TraceFormatError'
}

/**
 * Reads a trace back.
 * @throws TraceFormatError when the text does not follow the format
 */
export function decodeTrace(text: string): Trace {
  const [first = '', ...lines] = text.split('\n')
  const header = decodeHeader(first)
  const events = lines
    .filter((line) => line !== '')
    .map((line, index) => decodeEvent(line, index + 2))
  return { header, events }
}

/** Reads the first line of a trace. */
export function decodeHeader(line: string): TraceHeader {
  const match = /^netsplit-trace 2 (.*)$/.exec(line)
  if (match === null) throw new TraceFormatError('line 1: expected "netsplit-trace 2 …"')
  const [scenario, seed, nodes, clients] = jsonArray(present(match[1], 'group 1 matched'), 1)
  return { version: 2, scenario, seed, nodes, clients } as TraceHeader
}

function decodeEvent(line: string, number: number): TraceEvent {
  const match = /^(\d+) (\d+) (-?\d+) ([a-z-]+) (.*)$/s.exec(line)
  if (match === null)
    throw new TraceFormatError(`line ${number}: expected "id at cause kind [...]"`)
  const [, id, at, cause, kind, rest] = match
  if (kind === undefined || !Object.hasOwn(FIELDS, kind)) {
    throw new TraceFormatError(`line ${number}: there is no event of kind "${kind}"`)
  }
  const names = FIELDS[kind as EventKind]
  const values = jsonArray(rest ?? '', number)
  if (values.length !== names.length) {
    throw new TraceFormatError(`line ${number}: ${kind} has ${names.length} fields`)
  }
  const fields = Object.fromEntries(names.map(({ name }, index) => [name, values[index]]))
  const base = { id: Number(id), at: Number(at), cause: Number(cause), kind }
  return { ...base, ...fields } as unknown as TraceEvent
}

function jsonArray(text: string, line: number): unknown[] {
  try {
    const value: unknown = JSON.parse(text)
    if (Array.isArray(value)) return value
  } catch {
    // Falls through to the one error below.
  }
  throw new TraceFormatError(`line ${line}: expected a JSON array`)
}
