/** The checks that only the grader knows. */
import type { Check } from '#core'
import { MS } from '../../../shared-scenarios/units.ts'
import { CART_CLAIMS, shopping } from '../../cart-scenarios.ts'
import { apart, crashes, faults, ROUGH, sizeFor } from '../../scenarios.ts'

export const hidden: readonly Check[] = [
  {
    id: 'everything-at-once',
    title: 'Three to five devices with wrong clocks, cuts, crashes and rough weather',
    claims: CART_CLAIMS,
    seedCount: 50,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [3, 4, 5])
      return apart({
        id: 'editing/05-map-and-cart/everything-at-once',
        nodeCount,
        weather: ROUGH,
        nemesis: [
          ...faults(
            seed,
            nodeCount,
            ['partition', 'one-way', 'ring', 'pause', 'jump', 'drift'],
            1_500 * MS,
          ),
          ...crashes(seed, nodeCount, 1_500 * MS),
        ],
        operations: shopping({
          seed,
          nodeCount,
          fromMicros: 0,
          untilMicros: 1_600 * MS,
          gapMicrosMax: 250 * MS,
        }),
        safetyMicros: 1_700 * MS,
        livenessMicros: 2_300 * MS,
      })
    },
  },
]
