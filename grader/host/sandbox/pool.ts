/**
 * Keeps workers warm. A worker takes 0.1 s to start, which nobody should wait for, and is
 * used once, so that nothing of one learner is there when the next one comes.
 */
import type { Launch } from './launch.ts'
import { SandboxProcess } from './sandbox-process.ts'

/** A pool that only runs what is compiled already needs no compiler. */
type PoolLaunch = Launch & { readonly compiler?: Launch }

/** A job that lasts longer than this is not alone on the machine any more if another comes. */
const REFILL_MS = 1_000

export class SandboxPool {
  readonly #launch: PoolLaunch
  readonly #spareCount: number
  #spares: SandboxProcess[] = []
  readonly #taken = new Set<SandboxProcess>()
  #refilling: NodeJS.Timeout | undefined
  #isClosed = false

  constructor(launch: PoolLaunch, spareCount: number) {
    this.#launch = launch
    this.#spareCount = spareCount
    this.#refill()
  }

  /** How sources are compiled under the same layers. */
  get compiler(): Launch {
    const { compiler } = this.#launch
    if (compiler === undefined) throw new Error('this pool was made without a compiler')
    return compiler
  }

  /** A worker for one job. The caller gives it back to `discard`. */
  take(): SandboxProcess {
    if (this.#isClosed) throw new Error('the pool is closed')
    this.#spares = this.#spares.filter(({ hasEnded }) => !hasEnded)
    const worker = this.#spares.shift() ?? new SandboxProcess(this.#launch)
    this.#taken.add(worker)
    this.#refilling ??= setTimeout(() => this.#refill(), REFILL_MS)
    return worker
  }

  /** Ends a worker, whatever it does. */
  discard(worker: SandboxProcess): void {
    this.#taken.delete(worker)
    worker.kill()
    this.#refill()
  }

  /** Ends all workers, also those at work. */
  close(): void {
    this.#isClosed = true
    clearTimeout(this.#refilling)
    for (const worker of [...this.#spares, ...this.#taken]) worker.kill()
    this.#spares = []
  }

  /** A worker that starts takes a core for a tenth of a second: better not from the one at work. */
  #refill(): void {
    clearTimeout(this.#refilling)
    this.#refilling = undefined
    if (this.#isClosed) return
    while (this.#spares.length < this.#spareCount) {
      this.#spares.push(new SandboxProcess(this.#launch))
    }
  }
}
