/**
 * One JSON object on a line, with fields that are checked as they are taken: each wrong one
 * becomes an error that names the line and points at the field.
 */
import type { Json } from '../../trace/event.ts'
import { HistoryFormatError, quoted, shortened } from './format-error.ts'
import { findJsonProblem } from './json-problem.ts'
import type { TextLine } from './text-position.ts'

export interface JsonObjectLine {
  readonly line: TextLine
  readonly fields: { readonly [name: string]: Json }
}

/** Only then may a number have been rounded as it was read. */
const MANY_DIGITS = /\d{16}/

/**
 * Reads a line that holds one object.
 * @throws HistoryFormatError when it does not, or when a number in it is not exact
 */
export function parseJsonObject(line: TextLine): JsonObjectLine {
  const value = parseJson(line)
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw errorAt(line, line.text.search(/\S/), quoted(line.text.trim()), ONE_OBJECT)
  }
  if (MANY_DIGITS.test(line.text)) refuseRounded(value, line)
  return { line, fields: value as JsonObjectLine['fields'] }
}

const ONE_OBJECT = 'one JSON object on each line, such as {"process":0,"f":"read", …}'

function parseJson(line: TextLine): Json {
  try {
    return JSON.parse(line.text) as Json
  } catch {
    const { position, expected } = findJsonProblem(line.text) ?? { position: 0, expected: 'JSON' }
    const rest = line.text.slice(position)
    throw errorAt(line, position, rest === '' ? 'the end of the line' : quoted(rest), expected)
  }
}

/** Two integers that differ must not become equal: that would change a verdict. */
function refuseRounded(value: Json, line: TextLine): void {
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    const position = line.text.search(MANY_DIGITS)
    throw errorAt(
      line,
      position,
      'a whole number beyond 2^53, which cannot be kept exactly',
      'it in “"” as text, or a smaller number',
    )
  }
  if (value === null || typeof value !== 'object') return
  for (const inner of Object.values(value)) refuseRounded(inner, line)
}

/** The field's value when `isRight` takes it; an error that points at it otherwise. */
export function takeField<T extends Json>(
  object: JsonObjectLine,
  name: string,
  isRight: (value: Json) => value is T,
  expected: string,
): T {
  const value = Object.hasOwn(object.fields, name) ? object.fields[name] : undefined
  if (value !== undefined && isRight(value)) return value
  throw fieldError(object, name, expected)
}

/** An error that points at a field, or says that it is missing. */
export function fieldError(
  { line, fields }: JsonObjectLine,
  name: string,
  expected: string,
): HistoryFormatError {
  if (!Object.hasOwn(fields, name)) {
    return errorAt(line, line.text.search(/\S/), `an object without "${name}"`, expected)
  }
  const found = `"${name}": ${shortened(JSON.stringify(fields[name]))}`
  return errorAt(line, Math.max(0, line.text.indexOf(`"${name}"`)), found, expected)
}

/** `position` from 0 in the line. */
function errorAt(
  line: TextLine,
  position: number,
  found: string,
  expected: string,
): HistoryFormatError {
  return new HistoryFormatError({ line: line.number, column: position + 1, found, expected })
}

export function isText(value: Json): value is string {
  return typeof value === 'string' && value !== ''
}

export function isTextOrNumber(value: Json): value is string | number {
  return typeof value === 'string' || typeof value === 'number'
}

export function isWhole(value: Json): value is number {
  return Number.isSafeInteger(value)
}

export function isWholeOrNull(value: Json): value is number | null {
  return value === null || Number.isSafeInteger(value)
}
