/**
 * Operations of hand-written histories in one line each. Times are places in an order: an
 * operation from 2 to 4 overlaps one from 3 to 5, and comes before one from 5 on.
 */
import type { FigureOperation } from '../schema/figure-history.ts'

type Span = readonly [from: number, to: number]

/** `client` writes `value` under `key`. */
export function write(client: string, key: string, value: number, [from, to]: Span) {
  return { client, f: 'write', key, input: value, from, to } satisfies FigureOperation
}

/** `client` reads `value` under `key`. */
export function read(client: string, key: string, value: number, [from, to]: Span) {
  return { client, f: 'read', key, output: value, from, to } satisfies FigureOperation
}

/** `client` writes `value` under `key` and never hears what came of it. */
export function writeWithoutAnswer(client: string, key: string, value: number, from: number) {
  return { client, f: 'write', key, input: value, from } satisfies FigureOperation
}

type MicroStep = readonly ['r' | 'w', string, number | null]

/** `client` runs a transaction; its reads hold what they saw, null for “nothing yet”. */
export function transaction(client: string, steps: readonly MicroStep[], [from, to]: Span) {
  const input = steps.map(([kind, key, value]) => [kind, key, kind === 'r' ? null : value] as const)
  return { client, f: 'txn', input, output: steps, from, to } satisfies FigureOperation
}
