/** Axes of plots: where a value lies, and which values get a name. */

export interface Axis {
  readonly max: number
  readonly ticks: readonly number[]
}

const ROUND_STEPS = [1, 2, 5]
const TICKS_MAX = 6

/** An axis from 0 that ends on a round value at or above `highest`. */
export function axisTo(highest: number): Axis {
  const wanted = Math.max(1, highest)
  let power = 1
  while (power * 10 * TICKS_MAX <= wanted) power *= 10
  const steps = [...ROUND_STEPS, 10, 20, 50].map((step) => step * power)
  const step = steps.find((candidate) => wanted / candidate <= TICKS_MAX) ?? wanted
  const count = Math.ceil(wanted / step)
  return { max: count * step, ticks: Array.from({ length: count + 1 }, (_, index) => index * step) }
}
