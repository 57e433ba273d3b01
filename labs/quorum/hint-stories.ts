/** Short stories about hints, in which a certain fault always shows. */
import type { NemesisStep, NodeId } from '#core'
import { MS } from '../shared-scenarios/units.ts'
import { operation, put, shuffled } from './scenarios.ts'

/** When nothing reaches the slow replica any more. */
const CUT_AT_MICROS = 900 * MS

/**
 * A replica stores what it is sent, and its confirmations are on their way for a quarter of a second.
 * When the last writes come, it can hear nothing, and what arrives from it is about earlier ones.
 * The other replica's confirmations overtake each other, so that the older of two writes that come
 * together may be acknowledged last. Nobody reads: only hints can bring the last writes home.
 */
export function lateConfirmations(seed: number) {
  const [coordinator = 'n1', second = 'n2', slow = 'n3'] = shuffled(seed, 3)
  const puts = (fromMicros: number, count: number, gapMicros: number) =>
    Array.from({ length: count }, (_, index) => {
      const client = `c${(index % 4) + 1}`
      const key = index % 4 < 2 ? 'x' : 'y'
      const at = fromMicros + index * gapMicros
      return operation(at, client, coordinator, put(key, `${key}.${at / MS}`))
    })
  return {
    nodeCount: 3,
    nemesis: [
      slower([slow], [coordinator, second], { delayMicrosMin: 220 * MS, delayMicrosMax: 320 * MS }),
      slower([second], [coordinator], { delayMicrosMin: MS, delayMicrosMax: 60 * MS }),
      {
        at: CUT_AT_MICROS,
        fault: { kind: 'one-way', from: [coordinator, second], to: [slow], name: 'deaf' },
      },
    ] satisfies readonly NemesisStep[],
    operations: [...puts(100 * MS, 16, 45 * MS), ...puts(CUT_AT_MICROS + 10 * MS, 4, 2 * MS)],
    safetyMicros: CUT_AT_MICROS + 500 * MS,
  }
}

function slower(
  from: readonly NodeId[],
  to: readonly NodeId[],
  delays: { readonly delayMicrosMin: number; readonly delayMicrosMax: number },
): NemesisStep {
  const weather = { lossPermille: 0, duplicatePermille: 0, ...delays }
  return { at: 0, fault: { kind: 'degrade', from, to, weather } }
}
