/** The checks that only the grader knows. */
import { type Check, nodeIds } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { apart, crashes, faults, ROUGH, sizeFor } from '../../scenarios.ts'
import { editing, TEXT_CLAIMS, TEXT_CONVERGES, typingRuns } from '../../text-scenarios.ts'

const CLAIMS = [...TEXT_CLAIMS, TEXT_CONVERGES]
const LIVENESS_MICROS = 2_300 * MS

export const hidden: readonly Check[] = [
  {
    id: 'everything-at-once',
    title: 'Two, four or five writers, cuts, crashes and rough weather',
    claims: CLAIMS,
    seedCount: 40,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [2, 4, 5])
      return apart({
        id: 'editing/02-text/everything-at-once',
        nodeCount,
        weather: ROUGH,
        nemesis: [
          ...faults(seed, nodeCount, ['partition', 'one-way', 'ring', 'pause'], 1_600 * MS),
          ...crashes(seed, nodeCount, 1_600 * MS),
        ],
        operations: editing({
          seed,
          nodeCount,
          fromMicros: 0,
          untilMicros: 1_800 * MS,
          gapMicrosMax: 250 * MS,
        }),
        safetyMicros: 2 * SECOND,
        livenessMicros: LIVENESS_MICROS,
      })
    },
  },
  {
    id: 'one-place',
    title: 'All write and erase at one place of a text that they share',
    claims: CLAIMS,
    seedCount: 20,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [2, 3, 4])
      return apart({
        id: 'editing/02-text/one-place',
        nodeCount,
        nemesis: [
          {
            at: 300 * MS,
            fault: {
              kind: 'partition',
              groups: nodeIds(nodeCount).map((node) => [node]),
              name: 'apart',
            },
          },
        ],
        operations: typingRuns({
          seed,
          nodeCount,
          baseMicros: 0,
          fromMicros: 320 * MS,
          runLength: 12,
          backwardPercent: 40,
          erasesAfter: 2,
        }),
        safetyMicros: 1_000 * MS,
        livenessMicros: LIVENESS_MICROS,
      })
    },
  },
]
