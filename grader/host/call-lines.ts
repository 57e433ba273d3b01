/**
 * Reads what a worker says about lines of code. It is a hint from the sandbox: whoever
 * breaks out may write anything there, so only counts of a sane size are let through.
 */
import type { CallLines, Place } from '#core'

/** A call has at most so many effects (see `DEFAULT_BUDGETS`). */
const EFFECTS_MAX = 1_000
const FIELDS_MAX = 100
/** A source of 64 kB has fewer lines and shorter ones. */
const COUNT_MAX = 1_000_000

const NOWHERE: Place = { line: 0, column: 0 }
const NOTHING: CallLines = { handler: NOWHERE, effects: [], fields: {} }

/** The record of one call; an empty one when the text does not tell any. */
export function readCallLines(text: string): CallLines {
  const { handler, effects, fields } = recordIn(parsed(text))
  if (!Array.isArray(effects) || effects.length > EFFECTS_MAX) return NOTHING
  const named = Object.entries(recordIn(fields)).slice(0, FIELDS_MAX)
  return {
    handler: placeIn(handler),
    effects: effects.map(placeIn),
    fields: Object.fromEntries(named.map(([name, place]) => [name, placeIn(place)])),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function recordIn(value: unknown): Readonly<Record<string, unknown>> {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isRecord ? (value as Readonly<Record<string, unknown>>) : {}
}

function placeIn(value: unknown): Place {
  const { line, column } = recordIn(value)
  return isCount(line) && isCount(column) ? { line, column } : NOWHERE
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= COUNT_MAX
}
