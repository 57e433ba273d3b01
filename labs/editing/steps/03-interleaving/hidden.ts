/** The checks that only the grader knows. */
import { type Check, nodeIds, runsStayTogether } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { apart, crashes, faults, ROUGH, sizeFor } from '../../scenarios.ts'
import { editing, TEXT_CLAIMS, TEXT_CONVERGES, typingRuns } from '../../text-scenarios.ts'

const CLAIMS = [
  runsStayTogether({ direction: 'forwards' }),
  runsStayTogether({ direction: 'backwards' }),
  ...TEXT_CLAIMS,
  TEXT_CONVERGES,
]
const LIVENESS_MICROS = 2_300 * MS

export const hidden: readonly Check[] = [
  {
    id: 'with-second-thoughts',
    title: 'Runs with letters taken back in the middle',
    claims: CLAIMS,
    seedCount: 30,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [2, 3, 5])
      return apart({
        id: 'editing/03-interleaving/with-second-thoughts',
        nodeCount,
        nemesis: [
          {
            at: 300 * MS,
            fault: { kind: 'partition', groups: nodeIds(nodeCount).map((node) => [node]) },
          },
        ],
        operations: typingRuns({
          seed,
          nodeCount,
          baseMicros: 0,
          fromMicros: 320 * MS,
          runLength: 10,
          backwardPercent: 50,
          erasesAfter: 3,
        }),
        safetyMicros: 900 * MS,
        livenessMicros: LIVENESS_MICROS,
      })
    },
  },
  {
    id: 'everything-at-once',
    title: 'Two to five writers, cuts, crashes and rough weather',
    claims: CLAIMS,
    seedCount: 40,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [2, 3, 4, 5])
      return apart({
        id: 'editing/03-interleaving/everything-at-once',
        nodeCount,
        weather: ROUGH,
        nemesis: [
          ...faults(seed, nodeCount, ['partition', 'one-way', 'pause'], 1_600 * MS),
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
    id: 'restarts',
    title: 'Nodes crash and start again, and go on writing',
    claims: CLAIMS,
    seedCount: 20,
    scenario: (seed) =>
      apart({
        id: 'editing/03-interleaving/restarts',
        nodeCount: 2,
        nemesis: crashes(seed, 2, 1_200 * MS),
        operations: editing({
          seed,
          nodeCount: 2,
          fromMicros: 0,
          untilMicros: 1_500 * MS,
          gapMicrosMax: 120 * MS,
        }),
        safetyMicros: 1_500 * MS,
        livenessMicros: LIVENESS_MICROS,
      }),
  },
]
