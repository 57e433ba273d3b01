/** The checks that learners see and run in their browser. */
import type { Check } from '#core'
import { MS } from '../../../shared-scenarios/units.ts'
import { CART_CLAIMS, shopping } from '../../cart-scenarios.ts'
import { apart, crashes, everybodyAlone, ROUGH } from '../../scenarios.ts'

const SAFETY_MICROS = 1_200 * MS
const LIVENESS_MICROS = 2_300 * MS

export const visible: readonly Check[] = [
  {
    id: 'two-devices',
    title: 'Two devices, one of them offline for a while',
    claims: CART_CLAIMS,
    seedCount: 15,
    scenario: (seed) =>
      apart({
        id: 'editing/05-map-and-cart/two-devices',
        nodeCount: 2,
        nemesis: everybodyAlone(2, { at: 250 * MS, untilMicros: 1_000 * MS }),
        operations: shopping({
          seed,
          nodeCount: 2,
          fromMicros: 0,
          untilMicros: SAFETY_MICROS,
          gapMicrosMax: 200 * MS,
        }),
        safetyMicros: SAFETY_MICROS,
        livenessMicros: LIVENESS_MICROS,
      }),
  },
  {
    id: 'rough-weather',
    title: 'Three devices, and messages lost, repeated and late',
    claims: CART_CLAIMS,
    seedCount: 15,
    scenario: (seed) =>
      apart({
        id: 'editing/05-map-and-cart/rough-weather',
        nodeCount: 3,
        weather: ROUGH,
        operations: shopping({
          seed,
          nodeCount: 3,
          fromMicros: 0,
          untilMicros: SAFETY_MICROS,
          gapMicrosMax: 200 * MS,
        }),
        safetyMicros: SAFETY_MICROS,
        livenessMicros: LIVENESS_MICROS,
      }),
  },
  {
    id: 'restarts',
    title: 'Devices crash and start again',
    claims: CART_CLAIMS,
    seedCount: 15,
    scenario: (seed) =>
      apart({
        id: 'editing/05-map-and-cart/restarts',
        nodeCount: 2,
        nemesis: crashes(seed, 2, 1_000 * MS),
        operations: shopping({
          seed,
          nodeCount: 2,
          fromMicros: 0,
          untilMicros: SAFETY_MICROS,
          gapMicrosMax: 120 * MS,
        }),
        safetyMicros: SAFETY_MICROS,
        livenessMicros: LIVENESS_MICROS,
      }),
  },
]
