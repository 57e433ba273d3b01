/** Waits for a word of a run that may have gone silent. */

/** Time as the client sees it; tests pass their own. */
export interface Timers {
  readonly set: (run: () => void, delayMs: number) => number
  readonly clear: (timer: number) => void
  /** Milliseconds since some moment. */
  readonly now: () => number
}

/** A page that was busy itself may have words waiting: let them in before judging. */
export const GRACE_MS = 250

/** Says when no word has come in time; each wait takes the place of the one before. */
export class SilenceWatch {
  readonly #timers: Timers
  readonly #onSilent: () => void
  #timer = 0

  constructor(timers: Timers, onSilent: () => void) {
    this.#timers = timers
    this.#onSilent = onSilent
  }

  expectWord(withinMs: number): void {
    this.stop()
    this.#timer = this.#timers.set(() => {
      this.#timer = this.#timers.set(this.#onSilent, GRACE_MS)
    }, withinMs)
  }

  stop(): void {
    this.#timers.clear(this.#timer)
  }
}
