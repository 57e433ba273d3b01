/**
 * Small random histories of reads and writes with different values, for differential tests.
 * Most reads return something that was written; whether all of it fits together is left to
 * chance. Failures shrink to fewer operations.
 */
import fc from 'fast-check'
import type { History, Json, Operation, Outcome } from '#core'

/** What every key holds at first. */
export const INITIAL_VALUE = 0

/** What a session does: one writer and two readers show other things than three of both. */
const ROLES = ['writes', 'reads', 'both', 'both'] as const

/** How many reads close a history in which one session looks at what the others did. */
const CLOSING_READS = 3

interface Draw {
  readonly process: number
  readonly isWrite: boolean
  readonly key: number
  readonly outcome: Outcome
  readonly choice: number
  /** Which writes a read chooses from. */
  readonly from: 'initial' | 'newest' | 'earlier' | 'any'
}

const OBSERVED = ['initial', 'newest', 'newest', 'earlier'] as const

const OUTCOMES: readonly Outcome[] = [
  'ok',
  'ok',
  'ok',
  'ok',
  'ok',
  'ok',
  'ok',
  'ok',
  'info',
  'fail',
]

/**
 * Histories of at most `operationsMax` operations of three processes on two keys.
 * @param shape `observed`: the first writes, the second does both, the third looks at both keys
 */
export function smallHistories(
  operationsMax: number,
  shape: 'any' | 'observed' = 'any',
): fc.Arbitrary<History> {
  const draw: fc.Arbitrary<Draw> = fc.record({
    process: fc.nat({ max: 2 }),
    isWrite: fc.boolean(),
    key: fc.nat({ max: 1 }),
    outcome: fc.constantFrom(...OUTCOMES),
    choice: fc.nat({ max: 59 }),
    from: fc.constantFrom('earlier' as const, 'any' as const),
  })
  const role = fc.constantFrom(...ROLES)
  const isAny = shape === 'any'
  return fc
    .record({
      keys: isAny ? fc.constantFrom(1, 2) : fc.constant(2),
      roles: isAny ? fc.tuple(role, role, role) : fc.constant(['writes', 'both', 'reads'] as const),
      hasObserver: isAny ? fc.boolean() : fc.constant(true),
      draws: fc.array(draw, { minLength: operationsMax - 1, maxLength: operationsMax }),
    })
    .map(({ keys, roles, hasObserver, draws }) => {
      const played = draws.map((each, index): Draw => {
        if (hasObserver && index >= draws.length - CLOSING_READS) {
          const from = OBSERVED[each.choice % OBSERVED.length] ?? 'earlier'
          return { ...each, process: 2, isWrite: false, key: index, from }
        }
        const process = hasObserver ? each.process % 2 : each.process
        const doing = roles[process] ?? 'both'
        return { ...each, process, isWrite: doing === 'both' ? each.isWrite : doing === 'writes' }
      })
      return { operations: played.map((each, index) => operationOf(each, index, played, keys)) }
    })
}

function operationOf(
  { process, isWrite, key, outcome, choice, from }: Draw,
  index: number,
  draws: readonly Draw[],
  keys: number,
): Operation {
  const onKey = key % keys
  const values: Json[] = [INITIAL_VALUE]
  for (const [place, other] of draws.entries()) {
    // Rarely, a read returns what a failed write would have written.
    const isPossible = other.outcome !== 'fail' || choice === 0
    if (other.isWrite && other.key % keys === onKey && isPossible) {
      if (from === 'any' || place < index) values.push(place + 1)
    }
  }
  if (from === 'initial') values.length = 1
  if (from === 'newest') values.splice(0, values.length - 1)
  return {
    id: index,
    process: `c${process + 1}`,
    f: isWrite ? 'write' : 'read',
    key: onKey === 0 ? 'x' : 'y',
    input: isWrite ? index + 1 : null,
    output: isWrite || outcome !== 'ok' ? null : (values[choice % values.length] ?? INITIAL_VALUE),
    call: index * 2,
    return: outcome === 'info' ? null : index * 2 + 1,
    outcome,
  }
}

/** The same with operations that last longer and overlap those of other processes. */
export function overlapping(histories: fc.Arbitrary<History>): fc.Arbitrary<History> {
  const lengths = fc.array(fc.nat({ max: 3 }), { minLength: 8, maxLength: 8 })
  return fc.tuple(histories, lengths).map(([{ operations }, drawn]) => ({
    operations: operations.map((each, index) => {
      const next = operations.find(({ id, process }) => id > each.id && process === each.process)
      const call = index * 10
      const end = Math.min(call + 5 + (drawn[index] ?? 0) * 10, (next?.id ?? index + 9) * 10 - 1)
      return { ...each, call, return: each.return === null ? null : end }
    }),
  }))
}

/** The same with values that may have been written more than once. */
export function repetitive(history: History): History {
  const small = (value: Json) => (typeof value === 'number' ? value % 5 : value)
  return {
    operations: history.operations.map((each) => ({
      ...each,
      input: small(each.input),
      output: small(each.output),
    })),
  }
}

/**
 * How often a random test runs, and from which seed: always the same one, so that a change is
 * judged and not luck; with NETSPLIT_FUZZ, that many times as often, from a new seed.
 */
export function runs(count: number): { readonly numRuns: number; readonly seed?: number } {
  const text = process.env['NETSPLIT_FUZZ']
  if (text === undefined) return { numRuns: count, seed: 1 }
  const factor = Number(text)
  if (!(factor > 0)) throw new Error(`NETSPLIT_FUZZ is "${text}"; give a number above 0`)
  return { numRuns: Math.ceil(count * factor) }
}
