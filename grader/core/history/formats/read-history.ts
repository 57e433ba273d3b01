/**
 * Reads a history from a text in any of the formats that Netsplit knows. What it understood,
 * and what it passed over, is told beside the history.
 */
import { assert, assertNever } from '../../assert.ts'
import type { History } from '../operation.ts'
import { validateHistory } from '../validate-history.ts'
import { detectFormat, type HistoryFormat } from './detect-format.ts'
import { DIALECTS, type DialectId } from './dialect.ts'
import { readJepsenEdn } from './jepsen-edn.ts'
import { readJepsenLog } from './jepsen-log.ts'
import { readJsonEvents } from './json-events.ts'
import { readJsonLines } from './json-lines.ts'
import type { Keying } from './key-tuples.ts'
import { type ClientEvent, type PairedHistory, pairEvents } from './pair-events.ts'
import { checkLength, READ_LIMITS, type ReadLimits } from './read-limits.ts'
import type { Tally } from './tally.ts'

export interface ReadHistoryOptions {
  /** Left out: told by the text. */
  readonly format?: HistoryFormat
  /** Left out: `etcd` for a log, `jepsen` for everything else. */
  readonly dialect?: DialectId
  /** Left out: `auto`. */
  readonly keying?: Keying
  readonly limits?: ReadLimits
}

export interface ReadHistory {
  readonly history: History
  /** The line of each operation's call, from 1, by the operation's id. */
  readonly lines: readonly number[]
  readonly format: HistoryFormat
  /** Why this format; one sentence. */
  readonly reason: string
  /** What was passed over or left open; each one sentence. */
  readonly notes: readonly string[]
}

/**
 * Reads a history; the work grows with the length of the text.
 * @throws HistoryFormatError that names the line, what was found and what was expected
 */
export function readHistory(text: string, options: ReadHistoryOptions = {}): ReadHistory {
  const limits = options.limits ?? READ_LIMITS
  checkLength(text, limits)
  // What some editors put before the first character.
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text
  const { format, reason } =
    options.format === undefined
      ? detectFormat(body)
      : { format: options.format, reason: 'You chose this format.' }
  const tally: Tally = { passedOver: 0 }
  const { history, lines } = read(body, format, { options, limits, tally })
  assert(validateHistory(history, lines).length === 0, 'every reader gives a valid history')
  return { history, lines, format, reason, notes: notesOn(history, tally) }
}

interface Reading {
  readonly options: ReadHistoryOptions
  readonly limits: ReadLimits
  readonly tally: Tally
}

function read(text: string, format: HistoryFormat, reading: Reading): PairedHistory {
  const { options, limits, tally } = reading
  if (format === 'json-lines') return readJsonLines(text, limits.operationsMax)
  return pairEvents(eventsOf(text, format, tally), {
    dialect: DIALECTS[options.dialect ?? (format === 'jepsen-log' ? 'etcd' : 'jepsen')],
    keying: options.keying ?? 'auto',
    operationsMax: limits.operationsMax,
  })
}

function eventsOf(
  text: string,
  format: Exclude<HistoryFormat, 'json-lines'>,
  tally: Tally,
): Iterable<ClientEvent> {
  switch (format) {
    case 'json-events':
      return readJsonEvents(text, tally)
    case 'jepsen-edn':
      return readJepsenEdn(text, tally)
    case 'jepsen-log':
      return readJepsenLog(text, tally)
    default:
      return assertNever(format)
  }
}

function notesOn({ operations }: History, { passedOver }: Tally): readonly string[] {
  const open = operations.filter(({ outcome }) => outcome === 'info').length
  const failed = operations.filter(({ outcome }) => outcome === 'fail').length
  const notes: string[] = []
  if (passedOver > 0) {
    notes.push(`${plural(passedOver, 'entry', 'entries')} not about a client: passed over.`)
  }
  if (open > 0) {
    notes.push(
      `${plural(open, 'operation', 'operations')} with unknown outcome: each may have happened at any time after its call, or never.`,
    )
  }
  if (failed > 0) {
    notes.push(`${plural(failed, 'operation', 'operations')} failed: known not to have happened.`)
  }
  return notes
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
