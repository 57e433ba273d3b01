/**
 * Consistent prefix: all writes happen in one order, and what a session sees is always what
 * some first part of that order left behind; it never sees a write without those before it.
 * Terry, "Replicated data consistency explained through baseball", CACM 56(12), 2013.
 *
 * Judged in histories whose write order is known: given by the caller (a leader's log, say), or
 * evident because one session made all writes, or because no two writes overlapped in time.
 * A single read of one key always shows some prefix; only reads one after the other can show
 * that there is none. So a session passes when there are prefixes, none shorter than the
 * one before, that explain its reads in turn. Hence a session that goes back fails, too.
 */
import type { History, Operation } from '../../history/operation.ts'
import type { Json } from '../../trace/event.ts'
import { operationAt } from '../causal/causal-story.ts'
import { onRegisters } from '../causal/check-causal.ts'
import { INITIAL, type RegisterHistory } from '../causal/register-history.ts'
import { isWrite } from '../causal/register-operations.ts'
import { doneDeed, valueOf, what } from '../causal/wording.ts'
import type { Anomaly, HistoryVerdict } from '../history-verdict.ts'
import { sessionsOf } from './sessions.ts'

export interface PrefixOptions {
  /** What every key holds before its first write. */
  readonly initial: Json
  /** Ids of all writes that took effect, in their order; left out, it is read off the history. */
  readonly writeOrder?: readonly number[]
}

/** The writes in order, and the places of those on each key. */
interface WriteOrder {
  readonly writes: readonly Operation[]
  /** By id of the operation. */
  readonly placeOf: ReadonlyMap<number, number>
  readonly placesOnKey: ReadonlyMap<string, readonly number[]>
}

/** `unknown` when the order of the writes is neither given nor evident. */
export function checkConsistentPrefix(
  history: History,
  { initial, writeOrder }: PrefixOptions,
): HistoryVerdict {
  return onRegisters(history, { initial }, (registers) => {
    const writes = history.operations.filter((each) => each.outcome === 'ok' && isWrite(each))
    const order = writeOrder === undefined ? evidentOrder(writes) : givenOrder(history, writeOrder)
    if (typeof order === 'string') return { verdict: 'unknown', why: order }
    const placeOf = new Map(order.map(({ id }, place) => [id, place]))
    const left = writes.find(({ id }) => !placeOf.has(id))
    if (left !== undefined) {
      const why = `The order of writes lacks operation ${left.id}, which took effect: add it.`
      return { verdict: 'unknown', why }
    }
    return judge(registers, { writes: order, placeOf, placesOnKey: placesByKey(order) })
  })
}

function evidentOrder(writes: readonly Operation[]): readonly Operation[] | string {
  const [first] = writes
  if (writes.every(({ process }) => process === first?.process)) return writes
  const overlapping = writes.findIndex((write, index) => {
    const next = writes[index + 1]
    return next !== undefined && next.call <= (write.return ?? next.call)
  })
  const [one, other] = [writes[overlapping], writes[overlapping + 1]]
  if (one === undefined || other === undefined) return writes
  return (
    `Operations ${one.id} and ${other.id} wrote at the same time, so the history does not say ` +
    'which came first: give the order of the writes, or let one client do all the writing.'
  )
}

function givenOrder(
  { operations }: History,
  ids: readonly number[],
): readonly Operation[] | string {
  const byId = new Map(operations.map((operation) => [operation.id, operation]))
  const order: Operation[] = []
  for (const id of ids) {
    const operation = byId.get(id)
    if (operation === undefined) {
      return `The order of writes names operation ${id}, which the history does not have.`
    }
    order.push(operation)
  }
  return order
}

function placesByKey(order: readonly Operation[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [place, { key }] of order.entries()) {
    const known = places.get(key)
    if (known === undefined) places.set(key, [place])
    else known.push(place)
  }
  return places
}

function judge(registers: RegisterHistory, order: WriteOrder): HistoryVerdict {
  let unplaced: Operation | undefined
  for (const nodes of sessionsOf(registers)) {
    // The shortest prefix that explains the reads so far ends at this place; -1 is the empty one.
    let end = INITIAL
    let raisedBy: Operation | undefined
    for (const node of nodes) {
      if (registers.isWrite[node] === 1) continue
      const read = operationAt(registers, node)
      const source = registers.source[node] as number
      const written = source === INITIAL ? undefined : operationAt(registers, source)
      const place = written === undefined ? INITIAL : order.placeOf.get(written.id)
      if (place === undefined) {
        unplaced ??= written
        continue
      }
      const next = nextPlace(order.placesOnKey.get(read.key) ?? [], place)
      const overwriting = next === undefined ? undefined : order.writes[next]
      if (
        next !== undefined &&
        overwriting !== undefined &&
        next <= end &&
        raisedBy !== undefined
      ) {
        const places = { seen: end, next }
        return { verdict: 'fail', anomaly: brokenPrefix({ raisedBy, read, overwriting, places }) }
      }
      if (place > end) {
        end = place
        raisedBy = read
      }
    }
  }
  if (unplaced === undefined) return { verdict: 'pass' }
  return {
    verdict: 'unknown',
    why:
      `Nobody knows when operation ${unplaced.id} took effect, and somebody read what it wrote: ` +
      'give the order of the writes, this one included.',
  }
}

/** The first of `places`, which go up, after `place`. */
function nextPlace(places: readonly number[], place: number): number | undefined {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? 0) > place) high = middle
    else low = middle + 1
  }
  return places[low]
}

function brokenPrefix({
  raisedBy,
  read,
  overwriting,
  places,
}: {
  raisedBy: Operation
  read: Operation
  overwriting: Operation
  places: { seen: number; next: number }
}): Anomaly {
  return {
    kind: 'no-prefix',
    message:
      `${what(read)} after it had ${doneDeed(raisedBy)}, which was write number ` +
      `${places.seen + 1}; but ${valueOf(overwriting)}, write number ${places.next + 1}, ` +
      'had come over it by then.',
    operations: [...new Set([overwriting.id, raisedBy.id, read.id])],
    relations: [{ from: raisedBy.id, to: read.id, kind: 'process-order' }],
  }
}
