/** The parts that the scenarios of figures share: a calm network, and clients that do not hurry. */
import { DEFAULT_BUDGETS, type NetworkOptions, type Scenario } from '#core'

/** Microseconds in a millisecond; scenarios count in microseconds, people do not. */
export const MS = 1_000

/** Links that lose nothing, with delays short enough to see and long enough to draw. */
const CALM: NetworkOptions = {
  delayMicrosMin: 8 * MS,
  delayMicrosMax: 14 * MS,
  tailPermille: 0,
  tailMicrosMax: 14 * MS,
  lossPermille: 0,
  duplicatePermille: 0,
  keepsOrder: false,
}

/** A scenario of a figure: what is left out is calm and the same in all of them. */
export function scene(
  parts: Pick<Scenario, 'id' | 'nodes' | 'clients' | 'operations' | 'settings' | 'safetyMicros'> &
    Partial<Scenario>,
): Scenario {
  return { network: CALM, nemesis: [], livenessMicros: 0, budgets: DEFAULT_BUDGETS, ...parts }
}
