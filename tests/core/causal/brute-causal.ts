/**
 * The causal models by their definitions (Bouajjani et al., POPL 2017): there is a
 * causal order, and for it there are orders that explain the reads. Found by trying them all.
 */
import type { History, Json } from '#core'
import {
  closure,
  inSessionOrder,
  isRead,
  type Possibility,
  possibilities,
  type Relation,
  relation,
  same,
  someOrder,
} from './small-history.ts'

type Model = (
  possibility: Possibility,
  causal: (a: number, b: number) => boolean,
  initial: Json,
) => boolean

/**
 * With the smallest causal order there is: session order and what each read returned. A larger
 * one would only put more into each past; `literally` does without this argument.
 */
export function byDefinition(history: History, initial: Json, model: Model): boolean {
  return possibilities(history, initial).some((possibility) => {
    const { operations, source } = possibility
    const causal = closure(
      relation(
        operations.length,
        (a, b) => source[b] === a || inSessionOrder(at(possibility, a), at(possibility, b)),
      ),
    )
    if (operations.some((_, index) => causal[index]?.[index] === true)) return false
    return model(possibility, (a, b) => causal[a]?.[b] === true, initial)
  })
}

/** With every strict partial order that extends session order; for five operations at most. */
export function literally(history: History, initial: Json, model: Model): boolean {
  return possibilities(history, initial).some((possibility) => {
    const size = possibility.operations.length
    return partialOrders(size).some((order) => {
      const causal = (a: number, b: number) => order[a]?.[b] === true
      const extendsSessions = relation(size, causal).every((row, a) =>
        row.every((holds, b) => holds || !inSessionOrder(at(possibility, a), at(possibility, b))),
      )
      return extendsSessions && model(possibility, causal, initial)
    })
  })
}

/** Each read by itself is explained by some order of its causal past. */
export const weakCausalModel: Model = (possibility, causal, initial) =>
  possibility.operations.every((_, self) =>
    someOrder(
      pastOf(possibility, causal, self),
      causal,
      legal(possibility, initial, (op) => op === self),
    ),
  )

/** As before, with the answers of all that came before in the same session. */
export const causalMemoryModel: Model = (possibility, causal, initial) =>
  possibility.operations.every((operation, self) =>
    someOrder(
      pastOf(possibility, causal, self),
      causal,
      legal(possibility, initial, (op) => {
        return op === self || inSessionOrder(at(possibility, op), operation)
      }),
    ),
  )

/** One order of everything explains each read by its causal past. */
export const causalConvergenceModel: Model = (possibility, causal, initial) =>
  someOrder([...possibility.operations.keys()], causal, (placed, next) => {
    const past = placed.filter((op) => causal(op, next))
    return legal(possibility, initial, () => true)(past, next)
  })

/** PRAM: each session orders all writes and its own operations, and respects session order. */
export function bruteForcePram(history: History, initial: Json): boolean {
  return possibilities(history, initial).some((possibility) => {
    const { operations } = possibility
    return [...new Set(operations.map(({ process }) => process))].every((session) => {
      const members = [...operations.keys()].filter((op) => {
        const operation = at(possibility, op)
        return !isRead(operation) || operation.process === session
      })
      const before = (a: number, b: number) =>
        inSessionOrder(at(possibility, a), at(possibility, b))
      return someOrder(
        members,
        before,
        legal(possibility, initial, () => true),
      )
    })
  })
}

function at({ operations }: Possibility, index: number) {
  const operation = operations[index]
  if (operation === undefined) throw new Error(`no operation ${index}`)
  return operation
}

function pastOf(
  { operations }: Possibility,
  causal: (a: number, b: number) => boolean,
  self: number,
): number[] {
  return [...operations.keys()].filter((op) => op === self || causal(op, self))
}

/** Whether a read, if its answer counts, returns the last write of its key before it. */
function legal(possibility: Possibility, initial: Json, answerCounts: (op: number) => boolean) {
  return (placed: readonly number[], next: number): boolean => {
    const read = at(possibility, next)
    if (!isRead(read) || !answerCounts(next)) return true
    const last = placed
      .map((op) => at(possibility, op))
      .findLast((each) => !isRead(each) && each.key === read.key)
    return same(read.output, last === undefined ? initial : last.input)
  }
}

const orders: Relation[][] = [[[]]]

/**
 * All strict partial orders of a few elements: each comes from one with an element fewer by
 * choosing what lies below and above the new one.
 */
function partialOrders(size: number): readonly Relation[] {
  const known = orders[size]
  if (known !== undefined) return known
  const last = size - 1
  const all = partialOrders(last).flatMap((smaller) => {
    const extended: Relation[] = []
    for (let choice = 0; choice < 3 ** last; choice++) {
      const placeOf = (other: number) => Math.floor(choice / 3 ** other) % 3
      const candidate = relation(size, (a, b) => {
        if (a === last) return b !== last && placeOf(b) === 1
        if (b === last) return placeOf(a) === 2
        return smaller[a]?.[b] === true
      })
      const closed = closure(candidate)
      if (closed.every((row, a) => row.every((holds, b) => holds === candidate[a]?.[b]))) {
        extended.push(candidate)
      }
    }
    return extended
  })
  orders[size] = all
  return all
}
