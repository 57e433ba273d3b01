/**
 * The session guarantees by their definitions: for each session there is an order of the writes
 * for which its reads make sense. All orders are tried, and all sets of writes that it may have
 * seen.
 */
import type { History, Json, Operation } from '#core'
import { INITIAL, isRead, type Possibility, possibilities, someOrder } from './small-history.ts'

/** What a session sees, by the indices of operations. */
interface Session {
  readonly possibility: Possibility
  readonly process: string
  /** Whether one session wrote one before another, to the same key. */
  readonly inOrder: (a: number, b: number) => boolean
  /** Or this session read one before it wrote the other. */
  readonly base: (a: number, b: number) => boolean
  /** The session's reads, in order. */
  readonly reads: readonly number[]
}

type Guarantee = (session: Session, order: readonly number[]) => boolean

export function bruteForceReadYourWrites(history: History, initial: Json): boolean {
  return everySession(history, initial, (session) => someWriteOrder(session, seesOwnWrites))
}

export function bruteForceMonotonicReads(history: History, initial: Json): boolean {
  return everySession(history, initial, (session) => goesOn(session))
}

export function bruteForceMonotonicWrites(history: History, initial: Json): boolean {
  return everySession(history, initial, (session) => {
    const operationAt = at(session.possibility)
    const before = (a: number, b: number) => written(operationAt(a), operationAt(b))
    return seesClosedSets(steady(session), before)
  })
}

export function bruteForceWritesFollowReads(history: History, initial: Json): boolean {
  return everySession(history, initial, (session) => {
    const { operations, source } = session.possibility
    const operationAt = at(session.possibility)
    const before = (a: number, b: number) =>
      operations.some((read, index) => {
        return isRead(read) && source[index] === a && called(read, operationAt(b))
      })
    return seesClosedSets(steady(session), before)
  })
}

function everySession(
  history: History,
  initial: Json,
  holds: (session: Session) => boolean,
): boolean {
  return possibilities(history, initial).some((possibility) => {
    const processes = [...new Set(possibility.operations.map(({ process }) => process))]
    return processes.every((process) => {
      const { operations } = possibility
      const reads = [...operations.keys()].filter((op) => {
        const each = at(possibility)(op)
        return isRead(each) && each.process === process
      })
      return holds(sessionOf(possibility, process, reads))
    })
  })
}

function sessionOf(possibility: Possibility, process: string, reads: readonly number[]): Session {
  const operationAt = at(possibility)
  const { source } = possibility
  const inOrder = (a: number, b: number) => {
    return operationAt(a).key === operationAt(b).key && written(operationAt(a), operationAt(b))
  }
  const base = (a: number, b: number) => {
    const [first, second] = [operationAt(a), operationAt(b)]
    if (first.key !== second.key) return false
    if (inOrder(a, b)) return true
    return reads.some((op) => {
      const read = operationAt(op)
      const isFuture = first.process === process && first.id > read.id
      return source[op] === a && !isFuture && a !== b && called(read, second)
    })
  }
  return { possibility, process, inOrder, base, reads }
}

function goesOn(session: Session): boolean {
  return someWriteOrder({ ...session, base: session.inOrder }, neverGoesBack)
}

/** Without the reads of keys on which the session goes back. */
function steady(session: Session): Session {
  const operationAt = at(session.possibility)
  const keys = [...new Set(session.reads.map((op) => operationAt(op).key))]
  const kept = keys.filter((key) => {
    const reads = session.reads.filter((op) => operationAt(op).key === key)
    const alone = sessionOf(session.possibility, session.process, reads)
    return goesOn(alone)
  })
  const reads = session.reads.filter((op) => kept.includes(operationAt(op).key))
  return sessionOf(session.possibility, session.process, reads)
}

function someWriteOrder(session: Session, holds: Guarantee): boolean {
  const writes = writesOf(session.possibility)
  return (
    someOrder(writes, session.base, (placed, next) => {
      const order = [...placed, next]
      return order.length < writes.length || holds(session, order)
    }) &&
    (writes.length > 0 || holds(session, []))
  )
}

const seesOwnWrites: Guarantee = ({ possibility, process, reads }, order) => {
  const operationAt = at(possibility)
  return reads.every((op) => {
    const read = operationAt(op)
    const owed = order.filter((write) => {
      const each = operationAt(write)
      return each.process === process && each.key === read.key && written(each, read)
    })
    const place = order.indexOf(possibility.source[op] ?? INITIAL)
    return owed.every((write) => order.indexOf(write) <= place)
  })
}

const neverGoesBack: Guarantee = ({ possibility, reads }, order) => {
  const latest = new Map<string, number>()
  return reads.every((op) => {
    const { key } = at(possibility)(op)
    const place = order.indexOf(possibility.source[op] ?? INITIAL)
    const isBack = place < (latest.get(key) ?? INITIAL)
    latest.set(key, place)
    return !isBack
  })
}

/**
 * The session sees growing sets of writes; with a write, each set has all that comes `before`
 * it; and each read returns the newest write of its key in its set.
 */
function seesClosedSets(session: Session, before: (a: number, b: number) => boolean): boolean {
  const writes = writesOf(session.possibility)
  const sets = Array.from({ length: 1 << writes.length }, (_, bits) =>
    writes.filter((_, index) => (bits >> index) % 2 === 1),
  ).filter((set) => set.every((b) => writes.every((a) => !before(a, b) || set.includes(a))))
  if (writes.some((write) => before(write, write))) return false
  const tied: Session = { ...session, base: (a, b) => session.inOrder(a, b) || before(a, b) }
  return someWriteOrder(tied, ({ possibility, reads }, order) => {
    let views: readonly (readonly number[])[] = [[]]
    for (const op of reads) {
      const { key } = at(possibility)(op)
      views = sets.filter((set) => {
        const newest = order.findLast((each) => {
          return set.includes(each) && at(possibility)(each).key === key
        })
        const returned = newest ?? INITIAL
        return (
          returned === possibility.source[op] &&
          views.some((view) => view.every((write) => set.includes(write)))
        )
      })
    }
    return views.length > 0
  })
}

function writesOf({ operations }: Possibility): number[] {
  return [...operations.keys()].filter((op) => !isRead(operations[op] as Operation))
}

/** Whether a session did one thing, and knew that it was done, before another. */
function written(a: Operation, b: Operation): boolean {
  return !isRead(a) && called(a, b)
}

function called(a: Operation, b: Operation): boolean {
  return a.process === b.process && a.id < b.id && a.outcome === 'ok'
}

function at({ operations }: Possibility): (index: number) => Operation {
  return (index) => operations[index] as Operation
}
