/**
 * What waits to be sent: each entry is kept in the browser before it is sent, and until the server has
 * acknowledged it. Entries have ids and go in their order, so that sending one again changes nothing;
 * closing the tab in the middle of it loses nothing.
 */
import type { Receipt, SentEntry, SentReviews, StoredReviews } from '../wire.ts'
import { ENTRIES_MAX } from '../wire.ts'

export interface WaitingEntry {
  /** Whose it is; null for a stranger's, which becomes the guest's whom it makes. */
  readonly ownerId: string | null
  readonly entry: SentEntry
}

export type Sending =
  | { readonly kind: 'stored'; readonly stored: StoredReviews }
  /** The server did not take it, and says why. */
  | { readonly kind: 'refused'; readonly status: number; readonly error: string }
  /** Nobody answered. */
  | { readonly kind: 'away' }

/** What the outbox needs of the world; tests pass their own. */
export interface OutboxWorld {
  /** Other tabs write there too, so it is read anew each time. */
  readonly read: () => readonly WaitingEntry[]
  readonly write: (waiting: readonly WaitingEntry[]) => void
  readonly send: (reviews: SentReviews) => Promise<Sending>
  /** Calls back after a while. */
  readonly later: (run: () => void) => void
}

export interface OutboxState {
  /** Entries of this learner that were not acknowledged yet. */
  readonly waiting: number
  /** Entries of other people who used this browser; they wait until these sign in. */
  readonly ofOthers: number
  /** Why entries wait, when it is not the network; a sentence. */
  readonly trouble?: string | undefined
  readonly isAway: boolean
  /** What the server refused for good, or found beside an answer of another device. */
  readonly reports: readonly Receipt[]
}

const REPORTS_MAX = 20

/** Refusals that sending again cannot change. */
const FOR_GOOD = new Set([400, 413])

export class Outbox {
  readonly #world: OutboxWorld
  #ownerId: string | null = null
  #state: OutboxState = { waiting: 0, ofOthers: 0, isAway: false, reports: [] }
  /** Of this page's entries, until somebody asks for them. */
  readonly #receipts = new Map<string, Receipt>()
  #flushing: Promise<void> | undefined
  #waitsForLater = false
  readonly #listeners = new Set<() => void>()

  constructor(world: OutboxWorld) {
    this.#world = world
  }

  /** Begins for whom the page was made, and sends what waits. */
  async open(ownerId: string | undefined): Promise<void> {
    this.#ownerId = ownerId ?? null
    this.#tell({})
    await this.flush()
  }

  /**
   * Keeps the entry and tries to send it.
   * @returns what the server said; undefined when the entry waits
   */
  async put(entry: SentEntry): Promise<Receipt | undefined> {
    this.#world.write([...this.#world.read(), { ownerId: this.#ownerId, entry }])
    this.#tell({})
    await this.flush()
    const receipt = this.#receipts.get(entry.id)
    this.#receipts.delete(entry.id)
    return receipt
  }

  /** Sends what waits, in its order; one flush at a time. */
  async flush(): Promise<void> {
    // What was put during a flush goes with the next one.
    await this.#flushing
    this.#flushing ??= this.#sendAll().finally(() => {
      this.#flushing = undefined
    })
    await this.#flushing
  }

  state(): OutboxState {
    return this.#state
  }

  /** @returns what ends it */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async #sendAll(): Promise<void> {
    let count = ENTRIES_MAX
    for (;;) {
      const entries = this.#own().slice(0, count)
      if (entries.length === 0) break
      const sending = await this.#world.send({
        ...(this.#ownerId === null ? {} : { ownerId: this.#ownerId }),
        entries,
      })
      if (sending.kind === 'stored') {
        this.#acknowledge(sending.stored)
      } else if (sending.kind === 'refused' && FOR_GOOD.has(sending.status)) {
        // One of them is at fault: alone it is told and dropped, and the others go on.
        if (entries.length === 1) this.#drop(entries[0], sending.error)
        count = 1
      } else {
        this.#waitFor(sending)
        return
      }
    }
    this.#tell({ isAway: false, trouble: undefined })
  }

  #own(): readonly SentEntry[] {
    return this.#world
      .read()
      .filter(({ ownerId }) => ownerId === null || ownerId === this.#ownerId)
      .map(({ entry }) => entry)
  }

  #acknowledge({ owner, receipts }: StoredReviews): void {
    // A stranger has become a guest by it.
    this.#ownerId = owner.id
    this.#remove(new Set(receipts.map(({ id }) => id)))
    for (const receipt of receipts) this.#receipts.set(receipt.id, receipt)
    const told = receipts.filter((receipt) => receipt.status === 'refused' || receipt.isBeside)
    this.#tell({ isAway: false, trouble: undefined, reports: [...this.#state.reports, ...told] })
  }

  #drop(entry: SentEntry | undefined, why: string): void {
    if (entry === undefined) return
    this.#remove(new Set([entry.id]))
    const receipt: Receipt = { id: entry.id, status: 'refused', why }
    this.#receipts.set(entry.id, receipt)
    this.#tell({ reports: [...this.#state.reports, receipt] })
  }

  #remove(ids: ReadonlySet<string>): void {
    this.#world.write(this.#world.read().filter(({ entry }) => !ids.has(entry.id)))
  }

  #waitFor(sending: Exclude<Sending, { kind: 'stored' }>): void {
    const isAway = sending.kind === 'away'
    this.#tell({ isAway, trouble: isAway ? undefined : sending.error })
    if (this.#waitsForLater) return
    this.#waitsForLater = true
    this.#world.later(() => {
      this.#waitsForLater = false
      void this.flush()
    })
  }

  #tell(change: Partial<OutboxState>): void {
    const all = this.#world.read().length
    const waiting = this.#own().length
    const reports = (change.reports ?? this.#state.reports).slice(-REPORTS_MAX)
    this.#state = { ...this.#state, ...change, waiting, ofOthers: all - waiting, reports }
    for (const listener of this.#listeners) listener()
  }
}
