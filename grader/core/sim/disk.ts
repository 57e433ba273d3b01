/**
 * A node's disk: a key-value store with a write buffer. `sync` makes what was
 * written durable; a crash keeps what was synced and treats the rest as told.
 */
import type { UnsyncedWrites } from './nemesis.ts'
import type { Prng } from './prng.ts'

/** What is durable under a key whose last write was torn: not JSON, and no node can read it. */
const TORN = ''

/** What a crash did to the writes that were not yet synced. */
export interface DiskLoss {
  readonly writesLost: number
  /** The key whose write was cut in half, so that neither the old nor the new value is left. */
  readonly tornKey: string | null
}

export class Disk {
  readonly #durable = new Map<string, string>()
  #buffer: { readonly key: string; readonly value: string }[] = []
  #bytes = 0

  /** Length of all that was ever written and is still kept, in UTF-16 units. */
  get bytes(): number {
    return this.#bytes
  }

  /** Buffers a write; it is not durable yet. */
  write(key: string, value: string): void {
    this.#buffer.push({ key, value })
    this.#bytes += key.length + value.length
  }

  /** Makes every buffered write durable. */
  sync(): void {
    for (const { key, value } of this.#buffer) this.#store(key, value)
    this.#buffer = []
  }

  /**
   * Loses power.
   * @param unsynced `lost`: all buffered writes go; `kept`: none; `prefix`: a random first
   *   part survives, as when the device wrote some sectors in order; `torn`: as `prefix`, and
   *   the write after it was cut in half
   */
  crash(unsynced: UnsyncedWrites, prng: Prng): DiskLoss {
    const written = this.#buffer
    const survive =
      unsynced === 'kept'
        ? written.length
        : unsynced === 'lost'
          ? 0
          : prng.between(0, written.length)
    const torn = unsynced === 'torn' ? written[survive] : undefined
    for (const { key, value } of written.slice(survive)) this.#bytes -= key.length + value.length
    this.#buffer = written.slice(0, survive)
    this.sync()
    if (torn !== undefined) this.#tear(torn.key)
    return { writesLost: written.length - survive, tornKey: torn?.key ?? null }
  }

  /** What is durable: JSON text by key, or the empty text where a write was torn. */
  contents(): { readonly [key: string]: string } {
    return Object.fromEntries(this.#durable)
  }

  /** Makes a buffered write durable, which ends what was there before. */
  #store(key: string, value: string): void {
    const before = this.#durable.get(key)
    if (before !== undefined) this.#bytes -= key.length + before.length
    this.#durable.set(key, value)
  }

  #tear(key: string): void {
    this.#bytes += key.length
    this.#store(key, TORN)
  }
}
