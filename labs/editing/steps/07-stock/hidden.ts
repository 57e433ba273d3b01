/** The checks that only the grader knows. */
import type { Check } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import {
  apart,
  crashes,
  everybodyAlone,
  faults,
  REPEATING,
  ROUGH,
  sizeFor,
} from '../../scenarios.ts'
import { customers, lastCustomer, STOCK_TRAFFIC, stockClaims } from '../../stock-scenarios.ts'

const STOCK = 11
const SAFETY_MICROS = 1_800 * MS
const LIVENESS_MICROS = 6 * SECOND

function buying(seed: number, nodeCount: number) {
  const until = { fromMicros: 0, untilMicros: 1_400 * MS, gapMicrosMax: 400 * MS }
  return [
    ...customers({ seed, nodeCount, ...until }),
    ...lastCustomer(seed, { nodeCount, fromMicros: SAFETY_MICROS, count: 8 }),
  ]
}

export const hidden: readonly Check[] = [
  {
    id: 'everything-at-once',
    title: 'Two, four or five shops, cuts, crashes and rough weather',
    claims: stockClaims(STOCK),
    seedCount: 50,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [2, 4, 5])
      return apart({
        id: 'editing/07-stock/everything-at-once',
        nodeCount,
        weather: ROUGH,
        nemesis: [
          ...faults(seed, nodeCount, ['partition', 'one-way', 'pause', 'clog'], 1_500 * MS),
          ...crashes(seed, nodeCount, 1_600 * MS),
        ],
        operations: buying(seed, nodeCount),
        settings: { stock: STOCK },
        safetyMicros: SAFETY_MICROS,
        livenessMicros: LIVENESS_MICROS,
      })
    },
  },
  {
    id: 'one-busy-shop',
    title: 'All customers come to one shop, and many messages arrive twice',
    claims: [...stockClaims(STOCK), STOCK_TRAFFIC],
    seedCount: 20,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [3, 4])
      const all = customers({
        seed,
        nodeCount,
        fromMicros: 0,
        untilMicros: 1_200 * MS,
        gapMicrosMax: 150 * MS,
      })
      return apart({
        id: 'editing/07-stock/one-busy-shop',
        nodeCount,
        weather: REPEATING,
        operations: [
          ...all.filter(({ node }) => node === 'n2'),
          ...lastCustomer(seed, { nodeCount, fromMicros: SAFETY_MICROS, count: 8 }),
        ],
        settings: { stock: STOCK },
        safetyMicros: SAFETY_MICROS,
        livenessMicros: LIVENESS_MICROS,
      })
    },
  },
  {
    id: 'sold-out-here',
    title: 'One shop is cut off and sells out, while the others have plenty',
    claims: stockClaims(STOCK),
    seedCount: 15,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [2, 3])
      const all = customers({
        seed,
        nodeCount,
        fromMicros: 0,
        untilMicros: 1_000 * MS,
        gapMicrosMax: 120 * MS,
      })
      return apart({
        id: 'editing/07-stock/sold-out-here',
        nodeCount,
        nemesis: everybodyAlone(nodeCount, { at: 0, untilMicros: SAFETY_MICROS }),
        operations: [
          ...all.filter(({ node }) => node === 'n1'),
          ...lastCustomer(seed, { nodeCount, fromMicros: SAFETY_MICROS, count: 8 }),
        ],
        settings: { stock: STOCK },
        safetyMicros: SAFETY_MICROS,
        livenessMicros: LIVENESS_MICROS,
      })
    },
  },
  {
    id: 'fails-right-after-sending',
    title: 'Shops that are asked fail right after they have sent something',
    claims: stockClaims(STOCK),
    seedCount: 20,
    scenario: (seed) => {
      const all = customers({
        seed,
        nodeCount: 3,
        fromMicros: 0,
        untilMicros: 1_200 * MS,
        gapMicrosMax: 100 * MS,
      })
      return apart({
        id: 'editing/07-stock/fails-right-after-sending',
        nodeCount: 3,
        nemesis: [200, 320, 440, 560, 680, 800, 920].map((at, turn) => ({
          at: (at + (seed % 40)) * MS,
          fault: {
            kind: 'crash',
            target: { kind: 'node', node: turn % 2 === 0 ? 'n1' : 'n3' },
            unsynced: 'lost',
            moment: { kind: 'after-send', containing: '' },
            downMicros: 30 * MS,
          },
        })),
        operations: [
          ...all.filter(({ node }) => node === 'n2'),
          ...lastCustomer(seed, { nodeCount: 3, fromMicros: SAFETY_MICROS, count: 8 }),
        ],
        settings: { stock: STOCK },
        safetyMicros: SAFETY_MICROS,
        livenessMicros: LIVENESS_MICROS,
      })
    },
  },
]
