/**
 * Histories of any length from simulated stores, each of which keeps a level of consistency by
 * the way it works: what a checker must never blame. Each session has a replica of its own; a
 * write spreads to the others when the store lets it.
 */
import { type History, type Operation, Prng } from '#core'

export type StoreKind =
  /** One copy. */
  | 'one-copy'
  /** Causal broadcast; each replica applies writes as they come. */
  | 'causal-broadcast'
  /** Causal broadcast; the write with the newest Lamport time wins. */
  | 'causal-last-writer-wins'
  /** Writes of one session arrive in order; each replica applies writes as they come. */
  | 'fifo-broadcast'
  /** Writes arrive in any order; the one with the newest Lamport time wins. */
  | 'gossip'
  /** As before, and sessions wander from replica to replica. */
  | 'gossip-roaming'

export interface StoreOptions {
  readonly kind: StoreKind
  readonly sessions: number
  readonly keys: number
  readonly operations: number
  readonly seed: number
  /** How many writes in a thousand time out; half of those spread all the same. */
  readonly infoPermille?: number
}

interface Write {
  readonly id: number
  readonly session: number
  readonly key: number
  readonly value: number
  /** Lamport time, made unique by the session. */
  readonly time: number
  /** What its session's replica had applied. */
  readonly after: { readonly counts: readonly number[]; readonly late: ReadonlySet<number> }
}

interface Replica {
  /** How many writes of each session it has applied, late ones left out. */
  readonly counts: number[]
  /** Ids of the late writes that it has applied. */
  late: ReadonlySet<number>
  /** Writes that have not arrived, for stores without order. */
  readonly waiting: Write[]
  readonly values: Map<number, { value: number; time: number }>
  clock: number
}

/** What every key holds at first. */
export const STORE_INITIAL = 0

export function simulateStore(options: StoreOptions): History {
  const { kind, sessions, keys, operations: length, seed, infoPermille = 0 } = options
  const prng = new Prng(seed, `store ${kind}`)
  const store = new Store(options)
  const operations: Operation[] = []
  for (let id = 0; id < length; id++) {
    const session = prng.between(0, sessions - 1)
    const at = kind === 'gossip-roaming' ? prng.between(0, sessions - 1) : session
    store.spread(at, prng)
    const key = prng.between(0, keys - 1)
    const isWrite = prng.chance(300)
    const isLate = isWrite && prng.chance(infoPermille)
    const value = id + 1
    const tick = prng.between(1, TICKS_MAX)
    if (isWrite && (!isLate || prng.chance(500))) store.write(at, { id, key, value, isLate, tick })
    operations.push({
      id,
      process: `c${session + 1}`,
      f: isWrite ? 'write' : 'read',
      key: `k${key}`,
      input: isWrite ? value : null,
      output: isWrite ? null : store.read(at, key),
      call: id * 2,
      return: isLate ? null : id * 2 + 1,
      outcome: isLate ? 'info' : 'ok',
    })
  }
  return { operations }
}

/** By how much a Lamport clock may jump at once: which of two concurrent writes wins is open. */
const TICKS_MAX = 30
const NOTHING_LATE: ReadonlySet<number> = new Set()

class Store {
  readonly #kind: StoreKind
  readonly #replicas: readonly Replica[]
  readonly #inOrder: readonly Write[][]
  readonly #late: Write[] = []

  constructor({ kind, sessions }: StoreOptions) {
    this.#kind = kind
    this.#inOrder = Array.from({ length: sessions }, () => [])
    this.#replicas = Array.from({ length: kind === 'one-copy' ? 1 : sessions }, () => ({
      counts: Array.from({ length: sessions }, () => 0),
      late: NOTHING_LATE,
      waiting: [],
      values: new Map(),
      clock: 0,
    }))
  }

  read(session: number, key: number): number {
    return this.#at(session).values.get(key)?.value ?? STORE_INITIAL
  }

  write(
    session: number,
    {
      id,
      key,
      value,
      isLate,
      tick,
    }: Pick<Write, 'id' | 'key' | 'value'> & {
      readonly isLate: boolean
      readonly tick: number
    },
  ): void {
    const replica = this.#at(session)
    const time = (replica.clock + tick) * this.#inOrder.length + session
    const after = { counts: [...replica.counts], late: replica.late }
    const write = { id, session, key, value, time, after }
    if (isLate) this.#late.push(write)
    else {
      this.#inOrder[session]?.push(write)
      this.#apply(replica, write)
      replica.counts[session] = (replica.counts[session] ?? 0) + 1
    }
    for (const other of this.#replicas) if (isLate || other !== replica) other.waiting.push(write)
  }

  /** Lets some writes arrive at the replica of a session. */
  spread(session: number, prng: Prng): void {
    const replica = this.#at(session)
    for (let tries = prng.between(0, 2); tries > 0; tries--) {
      if (this.#kind.startsWith('gossip')) this.#arriveAny(replica, prng)
      else if (prng.chance(100) && this.#late.length > 0) this.#arriveLate(replica, prng)
      else this.#arriveNext(replica, prng.between(0, this.#inOrder.length - 1))
    }
  }

  #at(session: number): Replica {
    return this.#replicas[session % this.#replicas.length] as Replica
  }

  #arriveAny(replica: Replica, prng: Prng): void {
    if (replica.waiting.length === 0) return
    const index = prng.between(0, replica.waiting.length - 1)
    const [write] = replica.waiting.splice(index, 1)
    if (write !== undefined) this.#apply(replica, write)
  }

  #arriveLate(replica: Replica, prng: Prng): void {
    const write = prng.pick(this.#late)
    if (replica.late.has(write.id) || !this.#mayArrive(replica, write)) return
    this.#apply(replica, write)
    replica.late = new Set([...replica.late, write.id])
  }

  #arriveNext(replica: Replica, from: number): void {
    const count = replica.counts[from] ?? 0
    const write = this.#inOrder[from]?.[count]
    if (write === undefined || !this.#mayArrive(replica, write)) return
    this.#apply(replica, write)
    replica.counts[from] = count + 1
  }

  #mayArrive({ counts, late }: Replica, { session, after }: Write): boolean {
    const isFifo = this.#kind === 'fifo-broadcast'
    if (isFifo) return (counts[session] ?? 0) >= (after.counts[session] ?? 0)
    if (!after.counts.every((needed, from) => (counts[from] ?? 0) >= needed)) return false
    return after.late === late || [...after.late].every((id) => late.has(id))
  }

  #apply(replica: Replica, { key, value, time }: Write): void {
    replica.clock = Math.max(replica.clock, Math.floor(time / this.#inOrder.length))
    const known = replica.values.get(key)
    const isArrivalOrder = this.#kind.endsWith('-broadcast') || this.#kind === 'one-copy'
    if (isArrivalOrder || known === undefined || known.time < time) {
      replica.values.set(key, { value, time })
    }
  }
}
