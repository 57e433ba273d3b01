/** How large a history may be: all of it is held in memory, by a page and its worker. */
import { HistoryFormatError } from './format-error.ts'

export interface ReadLimits {
  /** Length of the text in UTF-16 code units. */
  readonly charactersMax: number
  readonly operationsMax: number
}

export const READ_LIMITS: ReadLimits = { charactersMax: 20_000_000, operationsMax: 500_000 }

const MILLION = 1_000_000

/** @throws HistoryFormatError when the text is longer than allowed */
export function checkLength(text: string, { charactersMax }: ReadLimits): void {
  if (text.length <= charactersMax) return
  throw new HistoryFormatError({
    line: 1,
    column: 1,
    found: `a text of ${(text.length / MILLION).toFixed(1)} million characters`,
    expected: `at most ${charactersMax / MILLION} million: keep a part of the history, such as some keys`,
  })
}

/** For the first operation beyond the limit. */
export function tooManyOperations(
  { line, column }: { readonly line: number; readonly column: number },
  operationsMax: number,
): HistoryFormatError {
  return new HistoryFormatError({
    line,
    column,
    found: `operation ${operationsMax + 1}`,
    expected: `at most ${operationsMax} operations: keep a part of the history, such as some keys`,
  })
}
