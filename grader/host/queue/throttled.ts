/** Calls that come too often: only the newest is carried out, and one at a time. */

export interface Throttled<A extends readonly unknown[]> {
  readonly call: (...args: A) => void
  /** Gives up what waits and fulfils when nothing is under way. */
  readonly settle: () => Promise<void>
}

/**
 * @param intervalMs the shortest time between the starts of two calls
 * @param carryOut must not reject
 */
export function throttled<A extends readonly unknown[]>(
  intervalMs: number,
  carryOut: (...args: A) => Promise<void>,
): Throttled<A> {
  let running: Promise<void> = Promise.resolve()
  let isBusy = false
  let newest: A | undefined
  let startedAt = Number.NEGATIVE_INFINITY
  const start = () => {
    if (isBusy || newest === undefined || performance.now() - startedAt < intervalMs) return
    const args = newest
    newest = undefined
    isBusy = true
    startedAt = performance.now()
    running = carryOut(...args).then(() => {
      isBusy = false
      start()
    })
  }
  return {
    call(...args) {
      newest = args
      start()
    },
    async settle() {
      newest = undefined
      await running
    },
  }
}
