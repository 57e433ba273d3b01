/** The checks that learners see and run in their browser. */
import { answersAlone, type Check, neverOversold, sellsItsPart } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { apart, crashes, everybodyAlone, ROUGH } from '../../scenarios.ts'
import {
  customers,
  lastCustomer,
  PATIENCE_MICROS_MAX,
  STOCK_TRAFFIC,
  stockClaims,
} from '../../stock-scenarios.ts'

const STOCK = 7
const SAFETY_MICROS = 1_200 * MS
const LIVENESS_MICROS = 4 * SECOND

function buying(seed: number) {
  const until = { fromMicros: 0, untilMicros: 900 * MS, gapMicrosMax: 300 * MS }
  return [
    ...customers({ seed, nodeCount: 3, ...until }),
    ...lastCustomer(seed, { nodeCount: 3, fromMicros: SAFETY_MICROS, count: 5 }),
  ]
}

export const visible: readonly Check[] = [
  {
    id: 'everybody-alone',
    title: 'Three shops that cannot hear each other, and too many customers',
    claims: [
      neverOversold({ stock: STOCK }),
      sellsItsPart({ stock: STOCK }),
      answersAlone(PATIENCE_MICROS_MAX),
    ],
    seedCount: 12,
    scenario: (seed) =>
      apart({
        id: 'editing/07-stock/everybody-alone',
        nodeCount: 3,
        nemesis: everybodyAlone(3, { at: 0, untilMicros: SAFETY_MICROS }),
        operations: buying(seed),
        settings: { stock: STOCK },
        safetyMicros: SAFETY_MICROS,
        livenessMicros: LIVENESS_MICROS,
      }),
  },
  {
    id: 'in-touch',
    title: 'Three shops in touch, down to the last piece',
    claims: [...stockClaims(STOCK), STOCK_TRAFFIC],
    seedCount: 12,
    scenario: (seed) =>
      apart({
        id: 'editing/07-stock/in-touch',
        nodeCount: 3,
        operations: buying(seed),
        settings: { stock: STOCK },
        safetyMicros: SAFETY_MICROS,
        livenessMicros: LIVENESS_MICROS,
      }),
  },
  {
    id: 'rough-weather',
    title: 'What the shops say to each other is lost, repeated and late',
    claims: stockClaims(STOCK),
    seedCount: 15,
    scenario: (seed) =>
      apart({
        id: 'editing/07-stock/rough-weather',
        nodeCount: 3,
        weather: ROUGH,
        operations: buying(seed),
        settings: { stock: STOCK },
        safetyMicros: SAFETY_MICROS,
        livenessMicros: LIVENESS_MICROS,
      }),
  },
  {
    id: 'power-cuts',
    title: 'Shops crash and start again',
    claims: stockClaims(STOCK),
    seedCount: 30,
    scenario: (seed) =>
      apart({
        id: 'editing/07-stock/power-cuts',
        nodeCount: 3,
        nemesis: crashes(seed, 3, 1_000 * MS),
        operations: buying(seed),
        settings: { stock: STOCK },
        safetyMicros: SAFETY_MICROS,
        livenessMicros: LIVENESS_MICROS,
      }),
  },
]
