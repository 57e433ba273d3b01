/** Times a store of a class. */

const REPEATS = 7

/** The median of seven, in milliseconds. */
export async function medianMs(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let at = 0; at < REPEATS; at++) {
    const startMs = performance.now()
    await work()
    times.push(performance.now() - startMs)
  }
  return times.toSorted((a, b) => a - b)[Math.floor(REPEATS / 2)] ?? 0
}
