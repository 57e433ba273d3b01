/** Numbers in words for people: `1 step`, `4,096 steps`, `3.2 million steps`. */

const MILLION = 1_000_000

/** Steps of a search, of which there may be very many. */
export function stepsText(steps: number): string {
  return steps >= MILLION ? `${(steps / MILLION).toFixed(1)} million steps` : counted(steps, 'step')
}

/** A count with its noun: `1 process`, `12,000 processes`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${String(count).replace(/\B(?=(\d{3})+$)/g, ',')} ${count === 1 ? one : many}`
}
