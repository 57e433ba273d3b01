/** The checks that only the grader knows. */
import type { Check } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { type Quorum, sloppyClaims, sloppyOnAnyNetwork } from '../../claims.ts'
import { HANDOFF_LIVENESS_MICROS, hintStories } from '../../hint-stories.ts'
import { badLinks, crashesAfterSends, cuts, faults, storeScenario } from '../../scenarios.ts'
import { busy, HANDOFFS_PER_SECOND_MAX, SOME } from './visible.ts'

/** Three of seven acknowledge: a side of three can go on. */
const WIDE: Quorum = { n: 3, r: 3, w: 3 }

const ID = '04-sloppy'

export const hidden: readonly Check[] = [
  {
    id: 'three-of-seven',
    title: 'Seven nodes, of which three acknowledge',
    claims: sloppyClaims(WIDE, HANDOFFS_PER_SECOND_MAX),
    seedCount: 12,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/three-of-seven`,
        nodeCount: 7,
        settings: { ...WIDE },
        nemesis: cuts(seed, 7, { rounds: 3, everyMicros: 500 * MS }),
        operations: busy({ seed, nodeCount: 7, untilMicros: 1_700 * MS }),
        safetyMicros: 1_800 * MS,
        livenessMicros: HANDOFF_LIVENESS_MICROS,
      }),
  },
  {
    id: 'crash-after-sending',
    title: 'Nodes crash right after they have sent something',
    claims: sloppyClaims(SOME, HANDOFFS_PER_SECOND_MAX),
    seedCount: 16,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/crash-after-sending`,
        nodeCount: 5,
        settings: { ...SOME },
        nemesis: crashesAfterSends(seed, 5, { rounds: 6, everyMicros: 300 * MS }),
        operations: busy({ seed, nodeCount: 5, untilMicros: 1_900 * MS }),
        safetyMicros: 2 * SECOND,
        livenessMicros: HANDOFF_LIVENESS_MICROS,
      }),
  },
  {
    id: 'hardly-anything-arrives',
    title: 'Half of all messages are lost',
    claims: sloppyOnAnyNetwork(SOME, HANDOFFS_PER_SECOND_MAX),
    seedCount: 12,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/hardly-anything-arrives`,
        nodeCount: 4,
        settings: { ...SOME },
        nemesis: [badLinks(4, { lossPermille: 500, duplicatePermille: 0 })],
        operations: busy({ seed, nodeCount: 4, untilMicros: 2_000 * MS }),
        safetyMicros: 2_100 * MS,
        livenessMicros: HANDOFF_LIVENESS_MICROS,
      }),
  },
  ...hintStories({
    stepId: ID,
    quorum: SOME,
    claims: sloppyOnAnyNetwork(SOME, HANDOFFS_PER_SECOND_MAX),
    nodeCount: 5,
  }),
  {
    id: 'everything-at-once',
    title: 'All faults, in mixtures that change with the seed',
    claims: sloppyOnAnyNetwork(SOME, HANDOFFS_PER_SECOND_MAX),
    seedCount: 45,
    scenario: (seed) => {
      const nodeCount = 4 + (seed % 2)
      return storeScenario({
        id: `quorum/${ID}/everything-at-once`,
        nodeCount,
        settings: { ...SOME },
        nemesis: [
          badLinks(nodeCount, { lossPermille: 80, duplicatePermille: 200 }),
          ...faults(
            seed,
            nodeCount,
            ['partition', 'isolate', 'one-way', 'crash', 'pause', 'clog'],
            2 * SECOND,
          ),
        ],
        operations: busy({ seed, nodeCount, untilMicros: 2_300 * MS }),
        safetyMicros: 2_400 * MS,
        livenessMicros: HANDOFF_LIVENESS_MICROS,
      })
    },
  },
]
