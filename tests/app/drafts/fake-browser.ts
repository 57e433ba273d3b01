/** A clock and a storage that tests move by hand. */
import type { DraftStorage } from '#app/labs/_workspace/drafts/local-drafts.ts'

interface Timer {
  readonly id: number
  readonly atMs: number
  readonly run: () => void
}

/** Timers that go off only while `pass` lets time go by. */
export class FakeClock {
  nowMs = 1_000_000
  #timers: readonly Timer[] = []
  #count = 0

  readonly set = (run: () => void, delayMs: number): number => {
    this.#count += 1
    this.#timers = [...this.#timers, { id: this.#count, atMs: this.nowMs + delayMs, run }]
    return this.#count
  }

  readonly clear = (id: number): void => {
    this.#timers = this.#timers.filter((timer) => timer.id !== id)
  }

  /** Lets time go by, and all that follows from it happen. */
  async pass(ms: number): Promise<void> {
    const endMs = this.nowMs + ms
    await settled()
    for (;;) {
      const [next] = this.#timers.toSorted((a, b) => a.atMs - b.atMs || a.id - b.id)
      if (next === undefined || next.atMs > endMs) break
      this.nowMs = next.atMs
      this.clear(next.id)
      next.run()
      await settled()
    }
    this.nowMs = endMs
  }
}

/** Lets promises that nothing outside holds back run their course. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

/** The browser's storage as a map. */
export function fakeStorage(): DraftStorage {
  const items = new Map<string, string>()
  return {
    get length() {
      return items.size
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  }
}
