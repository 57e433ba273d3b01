/**
 * How stale reads are: by how many versions, and for how long what they returned had been
 * overwritten. For histories in which writes are ordered by real time: a write is newer than
 * another when it was called after the other had returned.
 *
 * Both figures are lower bounds that hold whatever really happened inside: "versions" counts
 * the writes that are certainly newer than what was read and that had certainly ended before
 * the read began (k-atomicity: Aiyer, Alvisi and Bazzi, DISC 2005); "age" is the time from the
 * first return of such a write to the call of the read (Δ-atomicity: Golab, Li and Shah, PODC
 * 2011). Writes that overlap, and writes of unknown outcome, are never counted. Where a value
 * was written more than once, the freshest of its writes is taken. Reads are looked at one by
 * one: whether two of them contradict each other is for linearizability to say.
 */
import { present } from '../../assert.ts'
import type { History, Operation } from '../../history/operation.ts'
import type { Json, Micros } from '../../trace/event.ts'
import { isWrite, problemWith } from '../causal/register-operations.ts'
import { type ValueIdentity, valueIdentities } from '../causal/value-identity.ts'

/** How far one read was behind. */
export interface Staleness {
  readonly read: Operation
  /** How many newer versions it missed at least. */
  readonly versions: number
  /**
   * For how long at least its value had been overwritten; 0 when it was not; null when the
   * history has no times.
   */
  readonly ageMicros: Micros | null
  /** The newer write that returned first, when there is one. */
  readonly missed: Operation | undefined
}

export type StalenessReport =
  | { readonly kind: 'measured'; readonly reads: readonly Staleness[] }
  | { readonly kind: 'thin-air'; readonly read: Operation }
  /** It is not well formed, or has operations other than reads and writes. */
  | { readonly kind: 'unjudged'; readonly why: string }

/**
 * Measures every read that was answered, in order of calls.
 * @param initial what every key holds before its first write
 */
export function measureStaleness(history: History, initial: Json): StalenessReport {
  const why = problemWith(history)
  if (why !== undefined) return { kind: 'unjudged', why }
  const identityOf = valueIdentities()
  const initialIdentity = identityOf(initial)
  const keys = new Map<string, KeyLog>()
  for (const operation of history.operations) {
    if (operation.outcome === 'fail') continue
    const log = logOf(keys, operation.key)
    if (isWrite(operation)) {
      const value = identityOf(operation.input)
      const freshest = log.returnOf.get(value)
      const end = operation.return ?? Number.POSITIVE_INFINITY
      if (freshest === undefined || freshest < end) log.returnOf.set(value, end)
      if (operation.outcome === 'ok') log.writes.push(operation)
    } else if (operation.outcome === 'ok') {
      const value = identityOf(operation.output)
      log.reads.push({ read: operation, value, isInitial: value === initialIdentity })
    }
  }
  const reads: Staleness[] = []
  for (const log of keys.values()) {
    const thinAir = measureKey(log, reads)
    if (thinAir !== undefined) return { kind: 'thin-air', read: thinAir }
  }
  return { kind: 'measured', reads: reads.sort((a, b) => a.read.id - b.read.id) }
}

/** What happened to one key, in order of calls. */
interface KeyLog {
  readonly writes: Operation[]
  readonly reads: { read: Operation; value: ValueIdentity; isInitial: boolean }[]
  /** When the last write of a value returned; infinity when one never did. */
  readonly returnOf: Map<ValueIdentity, number>
}

function logOf(keys: Map<string, KeyLog>, key: string): KeyLog {
  const known = keys.get(key)
  if (known !== undefined) return known
  const log: KeyLog = { writes: [], reads: [], returnOf: new Map() }
  keys.set(key, log)
  return log
}

/** Adds the staleness of each read of a key; returns a read of what nobody wrote, if any. */
function measureKey({ writes, reads, returnOf }: KeyLog, into: Staleness[]): Operation | undefined {
  const firstReturns = firstReturnsFrom(writes)
  const ended = new EndedWrites(writes)
  // Reads come in order of calls, so the writes that have ended only become more.
  for (const { read, value, isInitial } of reads) {
    const written = returnOf.get(value) ?? (isInitial ? Number.NEGATIVE_INFINITY : undefined)
    if (written === undefined) return read
    const newer = firstCalledAfter(writes, written)
    const versions = ended.countBefore(read.call, newer)
    const missed = versions === 0 ? undefined : firstReturns[newer]
    into.push({ read, versions, missed, ageMicros: ageOf(read, missed) })
  }
  return undefined
}

function ageOf({ callMicros }: Operation, missed: Operation | undefined): Micros | null {
  if (missed === undefined) return 0
  if (callMicros === undefined || missed.returnMicros === undefined) return null
  return Math.max(0, callMicros - missed.returnMicros)
}

function endOf(write: Operation): number {
  return present(write.return, 'a write that was answered has returned')
}

/** For each place, the write that returns first among those called at that place or later. */
function firstReturnsFrom(writes: readonly Operation[]): Operation[] {
  const first: Operation[] = [...writes]
  for (let place = writes.length - 2; place >= 0; place--) {
    const [here, later] = [first[place], first[place + 1]]
    if (here !== undefined && later !== undefined && endOf(later) < endOf(here))
      first[place] = later
  }
  return first
}

/** The place of the first write that was called after `time`. */
function firstCalledAfter(writes: readonly Operation[], time: number): number {
  let low = 0
  let high = writes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((writes[middle]?.call ?? 0) > time) high = middle
    else low = middle + 1
  }
  return low
}

/** Counts writes that have ended, by place, as time goes on (a Fenwick tree). */
class EndedWrites {
  readonly #counts: Int32Array
  readonly #byReturn: readonly (readonly [end: number, place: number])[]
  #ended = 0

  constructor(writes: readonly Operation[]) {
    this.#counts = new Int32Array(writes.length + 1)
    this.#byReturn = writes
      .map((write, place): [number, number] => [endOf(write), place])
      .sort(([a], [b]) => a - b)
  }

  /** How many writes from `place` on returned before `time`; times must not go back. */
  countBefore(time: number, place: number): number {
    let next = this.#byReturn[this.#ended]
    while (next !== undefined && next[0] < time) {
      for (let node = next[1] + 1; node < this.#counts.length; node += node & -node) {
        this.#counts[node] = (this.#counts[node] as number) + 1
      }
      this.#ended++
      next = this.#byReturn[this.#ended]
    }
    let earlier = 0
    for (let node = place; node > 0; node -= node & -node) earlier += this.#counts[node] as number
    return this.#ended - earlier
  }
}
