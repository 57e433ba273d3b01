/** Who is behind the middle of the class, and since when. */

/** From this instant on half of the class, or more, had done at least so many pieces. */
export interface MedianStep {
  readonly at: number
  readonly median: number
}

/**
 * How the lower median of what is done grew. Nothing that is done is ever undone, so it only grows.
 * @param done for each learner the instants, in milliseconds, at which pieces were done
 */
export function medianOverTime(done: readonly (readonly number[])[]): readonly MedianStep[] {
  const events = done
    .flatMap((own, learner) => own.map((at) => ({ at, learner })))
    .toSorted((a, b) => a.at - b.at)
  const needed = done.length - Math.floor((done.length - 1) / 2)
  const counts = done.map(() => 0)
  /** How many learners have done at least so many. */
  const atLeast: number[] = []
  const steps: MedianStep[] = []
  let median = 0
  for (const { at, learner } of events) {
    const count = (counts[learner] ?? 0) + 1
    counts[learner] = count
    atLeast[count] = (atLeast[count] ?? 0) + 1
    if ((atLeast[median + 1] ?? 0) < needed) continue
    median++
    steps.push({ at, median })
  }
  return steps
}

export interface Behind {
  readonly done: number
  readonly median: number
  /** Since when the learner has been behind without a break, in milliseconds. */
  readonly since: number
}

/**
 * @param own when this learner did each piece, in milliseconds
 * @param pieces how many fewer than the median count as behind, at least 1
 * @returns undefined for who is not behind now
 */
export function behindSince(
  own: readonly number[],
  medians: readonly MedianStep[],
  pieces: number,
): Behind | undefined {
  const instants = new Set([...own, ...medians.map(({ at }) => at)])
  let [done, median] = [0, 0]
  let since: number | undefined
  for (const instant of [...instants].toSorted((a, b) => a - b)) {
    done = own.filter((at) => at <= instant).length
    median = medians.findLast(({ at }) => at <= instant)?.median ?? 0
    since = median - done >= pieces ? (since ?? instant) : undefined
  }
  return since === undefined ? undefined : { done, median, since }
}
