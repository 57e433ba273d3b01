/**
 * The bad patterns of Bouajjani et al. (POPL 2017, table 2) looked for in the plainest way: one
 * matrix for a relation, closed again after every change. Too slow for more than a few dozen
 * operations, which is far more than can be judged by trying all orders.
 */
import type { History, Json } from '#core'
import {
  closure,
  INITIAL,
  inSessionOrder,
  isRead,
  type Possibility,
  possibilities,
  type Relation,
  relation,
} from './small-history.ts'

export interface PatternVerdicts {
  readonly weakCausal: boolean
  readonly causalConvergence: boolean
  readonly causalMemory: boolean
  readonly pram: boolean
}

const NOTHING_HOLDS: PatternVerdicts = {
  weakCausal: false,
  causalConvergence: false,
  causalMemory: false,
  pram: false,
}

/** Judges a history whose written values differ; a timed-out write that nobody read is left out. */
export function judgeByPatterns(history: History, initial: Json): PatternVerdicts {
  const wasRead = new Set(
    history.operations.filter(isRead).map(({ key, output }) => `${key} ${JSON.stringify(output)}`),
  )
  const operations = history.operations.filter(
    (each) => each.outcome === 'ok' || wasRead.has(`${each.key} ${JSON.stringify(each.input)}`),
  )
  const certain = operations.map((each) => ({ ...each, outcome: 'ok' as const }))
  const [found] = possibilities({ operations: certain }, initial)
  if (found === undefined) return NOTHING_HOLDS
  const given: Possibility = { operations, source: found.source }
  const causal = causalOrder(given, () => true)
  const isWeak = !hasCycle(causal) && readsAreFresh(given, causal)
  return {
    weakCausal: isWeak,
    causalConvergence: isWeak && !hasCycle(withConflicts(given, causal)),
    causalMemory: isWeak && sessionsOf(given).every((each) => viewHolds(given, causal, each)),
    pram: sessionsOf(given).every((each) => {
      return viewHolds(
        given,
        causalOrder(given, (reader) => reader === each),
        each,
      )
    }),
  }
}

function causalOrder(
  { operations, source }: Possibility,
  counts: (process: string) => boolean,
): Relation {
  return closure(
    relation(operations.length, (a, b) => {
      const [first, second] = [operations[a], operations[b]]
      if (first === undefined || second === undefined) return false
      return inSessionOrder(first, second) || (source[b] === a && counts(second.process))
    }),
  )
}

function hasCycle(order: Relation): boolean {
  return order.some((row, index) => row[index] === true)
}

/** Calls `visit` with each read, what it returned, and each other write of its key. */
function eachRival(
  { operations, source }: Possibility,
  visit: (read: number, write: number, rival: number) => void,
): void {
  for (const [read, operation] of operations.entries()) {
    if (!isRead(operation)) continue
    for (const [rival, other] of operations.entries()) {
      const write = source[read] ?? INITIAL
      if (!isRead(other) && other.key === operation.key && rival !== write) {
        visit(read, write, rival)
      }
    }
  }
}

/** Neither WriteCOInitRead nor WriteCORead. */
function readsAreFresh(given: Possibility, causal: Relation): boolean {
  let isFresh = true
  eachRival(given, (read, write, rival) => {
    const isKnown = causal[rival]?.[read] === true
    const isNewer = write === INITIAL || causal[write]?.[rival] === true
    if (isKnown && isNewer) isFresh = false
  })
  return isFresh
}

function withConflicts(given: Possibility, causal: Relation): Relation {
  const joined = causal.map((row) => [...row])
  eachRival(given, (read, write, rival) => {
    if (write !== INITIAL && causal[rival]?.[read] === true) (joined[rival] ?? [])[write] = true
  })
  return closure(joined)
}

/** Neither WriteHBInitRead nor CyclicHB for one session. */
function viewHolds(given: Possibility, causal: Relation, session: string): boolean {
  let view = causal
  for (;;) {
    const next = view.map((row) => [...row])
    let isStale = false
    let isChanged = false
    eachRival(given, (read, write, rival) => {
      if (given.operations[read]?.process !== session || view[rival]?.[read] !== true) return
      if (write === INITIAL) isStale = true
      else if (view[rival]?.[write] !== true) {
        ;(next[rival] ?? [])[write] = true
        isChanged = true
      }
    })
    if (isStale || hasCycle(view)) return false
    if (!isChanged) return true
    view = closure(next)
  }
}

function sessionsOf({ operations }: Possibility): string[] {
  return [...new Set(operations.map(({ process }) => process))]
}
