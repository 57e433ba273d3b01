/** Quantiles of measured times. */

export interface Quantiles {
  readonly count: number
  readonly min: number
  readonly median: number
  readonly p99: number
  readonly max: number
}

/** By nearest rank, so that every figure is one that was measured; undefined for no values. */
export function quantiles(values: readonly number[]): Quantiles | undefined {
  const sorted = [...values].sort((a, b) => a - b)
  const last = sorted.at(-1)
  if (last === undefined) return undefined
  const at = (percent: number) => nearestRank(sorted, percent) ?? last
  return { count: sorted.length, min: sorted[0] ?? last, median: at(50), p99: at(99), max: last }
}

/** The smallest value that so many per cent do not exceed; undefined for no values. */
export function percentile(values: readonly number[], percent: number): number | undefined {
  return nearestRank(
    [...values].sort((a, b) => a - b),
    percent,
  )
}

function nearestRank(sorted: readonly number[], percent: number): number | undefined {
  return sorted[Math.ceil((percent * sorted.length) / 100) - 1]
}
