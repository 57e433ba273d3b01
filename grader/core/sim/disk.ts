/**
 * A node's disk: a key-value store with a write buffer. `sync` makes what was
 * written durable; a crash keeps what was synced and treats the rest as told.
 */
import type { UnsyncedWrites } from './nemesis.ts'
import type { Prng } from './prng.ts'

export class Disk {
  readonly #durable = new Map<string, string>()
  #buffer: { readonly key: string; readonly value: string }[] = []

  /** Buffers a write; it is not durable yet. */
  write(key: string, value: string): void {
    this.#buffer.push({ key, value })
  }

  /** Makes every buffered write durable. */
  sync(): void {
    for (const { key, value } of this.#buffer) this.#durable.set(key, value)
    this.#buffer = []
  }

  /**
   * Loses power. Returns how many writes were lost.
   * @param unsynced `lost`: all buffered writes go; `kept`: none; `prefix`: a random first
   *   part survives, as when the device wrote some sectors in order
   */
  crash(unsynced: UnsyncedWrites, prng: Prng): number {
    const written = this.#buffer.length
    const survive =
      unsynced === 'kept' ? written : unsynced === 'lost' ? 0 : prng.between(0, written)
    this.#buffer.length = survive
    this.sync()
    return written - survive
  }

  /** What is durable: JSON text by key. */
  contents(): { readonly [key: string]: string } {
    return Object.fromEntries(this.#durable)
  }
}
