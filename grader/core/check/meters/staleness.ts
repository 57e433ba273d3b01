/**
 * Staleness of reads: by how many versions, and for how long already, what a read returned
 * was out of date when the read began. A measure, not a claim.
 *
 * A write is surely newer than another when it was called after the other had returned; a
 * read surely misses it when the write had returned before the read was called. Writes that
 * overlap, and writes of which nobody knows whether they happened, count in favour of the
 * read: no figure here is larger than the truth.
 */
import type { History, Operation } from '../../history/operation.ts'
import { canonicalText } from '../../json.ts'
import type { Json, Micros, NodeId, Trace } from '../../trace/event.ts'
import { type CutWindow, cutWindows, sideOf, windowAt } from './cut-windows.ts'
import { quantiles } from './quantiles.ts'

/** A read that returned something of which it is known who wrote it. */
export interface ReadAge {
  /** Id of the read. */
  readonly operation: number
  /** Newer writes that had been acknowledged when the read was called; 0 for a fresh read. */
  readonly versions: number
  /**
   * How long before the read was called the first of them was acknowledged; 0 for a fresh
   * read, undefined where the history has no times.
   */
  readonly ageMicros: Micros | undefined
  /** Id of the write that it missed longest; undefined for a fresh read. */
  readonly missed: number | undefined
}

export interface StalenessOptions {
  /** What a key holds before the first write; null by default. */
  readonly initial?: Json
  /** Names of the operations; `read` and `write` by default. */
  readonly read?: string
  readonly write?: string
}

/**
 * Ages of all reads with outcome `ok`, in order of their calls. Each value should be written
 * once; where it was not, the writer that returned last counts. Reads of values that nobody
 * wrote are left out: they are wrong in another way.
 */
export function readAges(history: History, options: StalenessOptions = {}): readonly ReadAge[] {
  const { initial = null, read = 'read', write = 'write' } = options
  const keys = new Map<string, KeyWrites>()
  for (const operation of history.operations) {
    if (operation.f !== write || operation.outcome === 'fail') continue
    const writes = keys.get(operation.key) ?? new KeyWrites(initial)
    keys.set(operation.key, writes)
    writes.add(operation)
  }
  const untouched = new KeyWrites(initial)
  return history.operations
    .filter(({ f, outcome }) => f === read && outcome === 'ok')
    .flatMap((operation) => (keys.get(operation.key) ?? untouched).ageOf(operation) ?? [])
}

/** The writes of one key, in order of their calls. */
class KeyWrites {
  readonly #initial: string
  readonly #acknowledged: Operation[] = []
  /** When each value was surely written; null when it may have been written at any time. */
  readonly #returns = new Map<string, number | null>()

  constructor(initial: Json) {
    this.#initial = canonicalText(initial)
  }

  add(write: Operation): void {
    const value = canonicalText(write.input)
    const known = this.#returns.get(value)
    const isUncertain = known === null || write.return === null
    this.#returns.set(value, isUncertain ? null : Math.max(known ?? 0, write.return ?? 0))
    if (write.outcome === 'ok') this.#acknowledged.push(write)
  }

  ageOf({ id, output, call, callMicros }: Operation): ReadAge | undefined {
    const value = canonicalText(output)
    const writtenBy = this.#returns.get(value)
    if (writtenBy === undefined && value !== this.#initial) return undefined
    const fresh = { operation: id, versions: 0, ageMicros: 0, missed: undefined }
    if (writtenBy === null) return fresh
    let versions = 0
    let first: Operation | undefined
    // Calls are in order, so that only writes called between the two moments are looked at.
    for (let at = this.#firstCalledAfter(writtenBy ?? -1); at < this.#acknowledged.length; at++) {
      const newer = this.#acknowledged[at]
      if (newer === undefined || newer.call >= call) break
      if (newer.return === null || newer.return >= call) continue
      versions++
      if (first === undefined || newer.return < (first.return ?? 0)) first = newer
    }
    if (first === undefined) return fresh
    const missedAt = first.returnMicros
    const ageMicros =
      callMicros === undefined || missedAt === undefined ? undefined : callMicros - missedAt
    return { operation: id, versions, ageMicros, missed: first.id }
  }

  /** Position of the first acknowledged write that was called after `moment`. */
  #firstCalledAfter(moment: number): number {
    let [low, high] = [0, this.#acknowledged.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#acknowledged[middle]?.call ?? 0) > moment) high = middle
      else low = middle + 1
    }
    return low
  }
}

/** The staleness of all reads that were sent to one side in one window. */
export interface StalenessRow {
  readonly window: CutWindow
  readonly side: readonly NodeId[]
  readonly reads: number
  readonly stale: number
  readonly versionsMax: number
  /** Undefined where no read has a time. */
  readonly ageMicrosMax: Micros | undefined
}

/**
 * Sums ages up by window and side; `trace` is the run that the history was read from.
 * Operations that name no event of the trace are left out.
 */
export function stalenessBySide(
  trace: Trace,
  history: History,
  options: StalenessOptions = {},
): readonly StalenessRow[] {
  const windows = cutWindows(trace)
  const rows = new Map<string, { window: CutWindow; side: readonly NodeId[]; ages: ReadAge[] }>()
  const byId = new Map(history.operations.map((operation) => [operation.id, operation]))
  for (const age of readAges(history, options)) {
    const invoke = trace.events[byId.get(age.operation)?.events?.invoke ?? -1]
    const window = invoke?.kind === 'invoke' ? windowAt(windows, invoke.at) : undefined
    if (invoke?.kind !== 'invoke' || window === undefined) continue
    const side = sideOf(window, invoke.node)
    const key = `${window.fromMicros} ${side.join(' ')}`
    const row = rows.get(key) ?? { window, side, ages: [] }
    rows.set(key, row)
    row.ages.push(age)
  }
  return [...rows.values()].map(({ window, side, ages }) => ({ window, side, ...sumOf(ages) }))
}

function sumOf(ages: readonly ReadAge[]) {
  const times = ages.flatMap(({ ageMicros }) => ageMicros ?? [])
  return {
    reads: ages.length,
    stale: ages.filter(({ versions }) => versions > 0).length,
    versionsMax: quantiles(ages.map(({ versions }) => versions))?.max ?? 0,
    ageMicrosMax: quantiles(times)?.max,
  }
}
