/**
 * Isolation levels by their definitions, tried out: every serial order, every order of
 * snapshots and commits, every visibility relation, every order of versions. Far too slow for
 * more than a handful of transactions, and written without a look at the checkers.
 */
import type { IsolationLevelId } from '../../../grader/core/check/transactions/isolation-levels.ts'
import type { History } from '../../../grader/core/history/operation.ts'
import type { Json } from '../../../grader/core/trace/event.ts'
import { byVersionOrders } from './brute-versions.ts'

/** One step as it was answered; the value of a read is undefined when nobody knows it. */
export interface BruteStep {
  readonly f: string
  readonly key: string
  readonly value: Json | undefined
}

export interface BruteTransaction {
  readonly index: number
  readonly process: string
  readonly call: number
  readonly end: number | null
  readonly steps: readonly BruteStep[]
}

/** Whether some set of transactions without an answer makes the history one of this level. */
export function holdsByDefinition(history: History, level: IsolationLevelId): boolean {
  const all = history.operations.map(
    ({ process, call, return: end, outcome, input, output }, index): BruteTransaction => {
      const steps = (output ?? input) as readonly (readonly [string, string, Json])[]
      const isKnown = outcome === 'ok'
      return {
        index,
        process,
        call,
        end,
        steps: steps.map(([f, key, value]) => ({
          f,
          key,
          value: f === 'r' && !isKnown ? undefined : value,
        })),
      }
    },
  )
  const outcomes = history.operations.map(({ outcome }) => outcome)
  const ok = all.filter((_, index) => outcomes[index] === 'ok')
  const info = all.filter((_, index) => outcomes[index] === 'info')
  return subsets(info).some((some) => {
    const committed = [...ok, ...some].sort((a, b) => a.index - b.index)
    return holdsFor(committed, all, level)
  })
}

function holdsFor(
  committed: readonly BruteTransaction[],
  all: readonly BruteTransaction[],
  level: IsolationLevelId,
): boolean {
  switch (level) {
    case 'read-uncommitted':
    case 'read-committed':
    case 'repeatable-read':
      return byVersionOrders(committed, all, level)
    case 'parallel-snapshot-isolation':
      return byVisibility(committed)
    case 'snapshot-isolation':
      return bySnapshots(committed)
    case 'serializable':
      return bySerialOrder(committed, () => true)
    case 'strong-session-serializable':
      return bySerialOrder(committed, (a, b) => a.process !== b.process || !precedes(b, a))
    case 'strict-serializable':
      return bySerialOrder(committed, (a, b) => !precedes(b, a))
  }
}

function precedes(a: BruteTransaction, b: BruteTransaction): boolean {
  return a.end !== null && a.end < b.call
}

type Store = ReadonlyMap<string, Json>

/** The store after the transaction, or undefined when it cannot have read what it did. */
function execute(store: Store, { steps }: BruteTransaction): Store | undefined {
  const next = new Map(store)
  for (const { f, key, value } of steps) {
    if (f === 'w') next.set(key, value ?? null)
    else if (f === 'append') next.set(key, [...((next.get(key) ?? []) as Json[]), value ?? null])
    else if (value !== undefined && !sameRead(next.get(key), value)) return undefined
  }
  return next
}

/** An unwritten list may be read as null or as an empty list. */
function sameRead(held: Json | undefined, read: Json): boolean {
  const empty = JSON.stringify(read) === '[]' ? null : read
  return JSON.stringify(held ?? null) === JSON.stringify(empty)
}

/** @param mayPrecede whether the first may come before the second */
function bySerialOrder(
  committed: readonly BruteTransaction[],
  mayPrecede: (a: BruteTransaction, b: BruteTransaction) => boolean,
): boolean {
  const place = (rest: readonly BruteTransaction[], store: Store): boolean => {
    if (rest.length === 0) return true
    return rest.some((one) => {
      const others = rest.filter((other) => other !== one)
      if (!others.every((other) => mayPrecede(one, other))) return false
      const next = execute(store, one)
      return next !== undefined && place(others, next)
    })
  }
  return place(committed, new Map())
}

function keysWritten({ steps }: BruteTransaction): ReadonlySet<string> {
  return new Set(steps.filter(({ f }) => f !== 'r').map(({ key }) => key))
}

/** Writes of the transaction applied to a store, whatever it read. */
function apply(store: Store, { steps, ...rest }: BruteTransaction): Store {
  const writes = steps.filter(({ f }) => f !== 'r')
  return execute(store, { ...rest, steps: writes }) ?? store
}

/**
 * Snapshot isolation as Berenson et al. describe it (SIGMOD 1995, section 4.2), without clocks:
 * some order of snapshots and commits; reads come from the snapshot; of two that overlap and
 * write the same key, the second to commit would have been aborted.
 */
function bySnapshots(committed: readonly BruteTransaction[]): boolean {
  interface Open {
    readonly one: BruteTransaction
    readonly dirty: ReadonlySet<string>
  }
  const go = (
    waiting: readonly BruteTransaction[],
    open: readonly Open[],
    store: Store,
  ): boolean => {
    if (waiting.length === 0 && open.length === 0) return true
    for (const one of waiting) {
      if (execute(store, one) === undefined) continue
      const rest = waiting.filter((other) => other !== one)
      if (go(rest, [...open, { one, dirty: new Set() }], store)) return true
    }
    return open.some(({ one, dirty }) => {
      const mine = keysWritten(one)
      if ([...mine].some((key) => dirty.has(key))) return false
      const rest = open
        .filter((other) => other.one !== one)
        .map((other) => ({ ...other, dirty: new Set([...other.dirty, ...mine]) }))
      return go(waiting, rest, apply(store, one))
    })
  }
  return go(committed, [], new Map())
}

/**
 * Parallel snapshot isolation by the axioms of Cerone, Bernardi and Gotsman (CONCUR 2015): a
 * visibility relation that is transitive and part of a total arbitration order; each reads
 * what the transactions visible to it wrote; of two that write a key one sees the other.
 */
function byVisibility(committed: readonly BruteTransaction[]): boolean {
  return permutations(committed).some((order) => {
    const conflicts = (a: number, b: number) => {
      const [one, other] = [order[a], order[b]]
      if (one === undefined || other === undefined) return false
      return [...keysWritten(one)].some((key) => keysWritten(other).has(key))
    }
    // sees[i] holds the places before i that i sees; each is chosen among transitive sets.
    const choose = (sees: readonly ReadonlySet<number>[]): boolean => {
      const place = sees.length
      const one = order[place]
      if (one === undefined) return true
      return subsets([...Array(place).keys()]).some((chosen) => {
        const visible = new Set(chosen)
        const isTransitive = chosen.every((seen) =>
          [...(sees[seen] ?? [])].every((further) => visible.has(further)),
        )
        if (!isTransitive) return false
        for (let earlier = 0; earlier < place; earlier++) {
          if (!visible.has(earlier) && conflicts(earlier, place)) return false
        }
        let store: Store = new Map()
        for (let seen = 0; seen < place; seen++) {
          const other = order[seen]
          if (visible.has(seen) && other !== undefined) store = apply(store, other)
        }
        return execute(store, one) !== undefined && choose([...sees, visible])
      })
    }
    return choose([])
  })
}

function subsets<T>(items: readonly T[]): readonly (readonly T[])[] {
  let all: readonly (readonly T[])[] = [[]]
  for (const item of items) all = [...all, ...all.map((some) => [...some, item])]
  return all
}

function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length === 0) return [[]]
  return items.flatMap((item, place) =>
    permutations([...items.slice(0, place), ...items.slice(place + 1)]).map((rest) => [
      item,
      ...rest,
    ]),
  )
}
