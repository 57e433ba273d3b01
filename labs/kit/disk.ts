/** A node's disk as a learner sees it. */
import type { EffectLog } from './effect-log.ts'

/**
 * A small key-value store that outlives the node. A write sits in a buffer until
 * `sync`; a crash before that may lose it.
 */
export class Disk {
  readonly #effects: EffectLog
  readonly #values: Map<string, string>

  /** @internal */
  constructor(effects: EffectLog, contents: Readonly<Record<string, string>>) {
    this.#effects = effects
    this.#values = new Map(Object.entries(contents))
  }

  /**
   * The value last written under `key`, or undefined when there is none or it is torn.
   * Each call returns a fresh copy.
   */
  read(key: string): unknown {
    const text = this.#values.get(key)
    return text === undefined || text === '' ? undefined : (JSON.parse(text) as unknown)
  }

  /**
   * True when a crash cut the last write of `key` in half: its checksum does not match, and
   * neither the old nor the new value can be read.
   */
  isTorn(key: string): boolean {
    return this.#values.get(key) === ''
  }

  /** Stores a copy of `value`, which must be plain data. It is not safe until `sync`. */
  write(key: string, value: unknown): void {
    const text = this.#effects.write(key, value)
    this.#values.set(key, text)
  }

  /** Makes all that was written so far safe from crashes. */
  sync(): void {
    this.#effects.sync()
  }
}
