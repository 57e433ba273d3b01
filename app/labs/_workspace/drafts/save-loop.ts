/** Does one piece of work at a time, soon or now, and tries again after failures. */

/** What came of it: `again` asks for the next piece at once. */
export type WorkOutcome = 'done' | 'again' | 'failed'

/** Time as the loop sees it; tests pass their own. */
export interface LoopTimers {
  readonly set: (run: () => void, delayMs: number) => number
  readonly clear: (timer: number) => void
}

interface SaveLoopOptions {
  /** Must not reject. */
  readonly work: () => Promise<WorkOutcome>
  readonly timers: LoopTimers
  /** Called when work begins and ends. */
  readonly onChange: () => void
}

export const RETRY_MS_MIN = 2_000
/** Doubled with each failure up to this. */
const RETRY_MS_MAX = 60_000

export class SaveLoop {
  readonly #options: SaveLoopOptions
  #timer = 0
  #working: Promise<void> | undefined
  #isWanted = false
  #failures = 0

  constructor(options: SaveLoopOptions) {
    this.#options = options
  }

  get isWorking(): boolean {
    return this.#working !== undefined
  }

  /** The last piece of work failed, and will be tried again by itself. */
  get isFailing(): boolean {
    return this.#failures > 0
  }

  /** Works after the delay, in place of an earlier wish; a retry that is due is not hurried. */
  soon(delayMs: number): void {
    if (this.isFailing) return
    this.#wait(delayMs)
  }

  /** Works now, or once more after the work at hand. Resolves when that has ended. */
  now(): Promise<void> {
    this.#options.timers.clear(this.#timer)
    this.#isWanted = true
    this.#working ??= this.#run()
    this.#options.onChange()
    return this.#working
  }

  /** Forgets what is due; the work at hand ends by itself. */
  stop(): void {
    this.#options.timers.clear(this.#timer)
    this.#isWanted = false
  }

  async #run(): Promise<void> {
    while (this.#isWanted) {
      this.#isWanted = false
      const outcome = await this.#options.work()
      if (outcome === 'failed') {
        this.#failures += 1
        this.#wait(Math.min(RETRY_MS_MAX, RETRY_MS_MIN * 2 ** (this.#failures - 1)))
        break
      }
      this.#failures = 0
      if (outcome === 'again') this.#isWanted = true
    }
    this.#working = undefined
    this.#options.onChange()
  }

  #wait(delayMs: number): void {
    const { timers } = this.#options
    timers.clear(this.#timer)
    this.#timer = timers.set(() => void this.now(), delayMs)
  }
}
