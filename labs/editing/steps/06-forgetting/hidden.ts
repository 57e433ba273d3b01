/** The checks that only the grader knows. */
import { type Check, nodeIds } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import {
  eraseAll,
  FIRST_STARTS_AGAIN,
  FORGETTING_CLAIMS,
  THIRD_CANNOT_TELL_SECOND,
  typesUnderARemoval,
  writesAgain,
} from '../../forgetting-scenarios.ts'
import { apart, crashes, faults, OVERTAKING, ROUGH, sizeFor } from '../../scenarios.ts'
import { editing } from '../../text-scenarios.ts'

export const hidden: readonly Check[] = [
  {
    id: 'everything-at-once',
    title: 'Two to four writers, cuts, crashes and rough weather',
    claims: FORGETTING_CLAIMS,
    seedCount: 30,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [2, 3, 4])
      return apart({
        id: 'editing/06-forgetting/everything-at-once',
        nodeCount,
        weather: ROUGH,
        nemesis: [
          ...faults(seed, nodeCount, ['partition', 'one-way', 'pause', 'clog'], 1_500 * MS),
          ...crashes(seed, nodeCount, 1_500 * MS),
        ],
        operations: [
          ...editing({
            seed,
            nodeCount,
            fromMicros: 0,
            untilMicros: 1_700 * MS,
            gapMicrosMax: 160 * MS,
          }),
          ...eraseAll(2_400 * MS, 70),
        ],
        safetyMicros: 1_800 * MS,
        livenessMicros: 4_600 * MS,
      })
    },
  },
  {
    id: 'late-operations',
    title: 'What was typed arrives long after what was said',
    claims: FORGETTING_CLAIMS,
    seedCount: 15,
    scenario: (seed) => {
      const nodeCount = 3
      // One link in turn holds everything back, and lets it go at once.
      const nodes = nodeIds(nodeCount)
      const clogged = [0, 1, 2, 3, 4].flatMap((turn) => {
        const from = [nodes[(seed + turn) % nodeCount] ?? 'n1']
        const to = [nodes[(seed + 2 * turn + 1) % nodeCount] ?? 'n2']
        const at = 100 * MS + turn * 300 * MS
        return [
          { at, fault: { kind: 'clog', from, to } },
          { at: at + 250 * MS, fault: { kind: 'unclog', from, to } },
        ] as const
      })
      return apart({
        id: 'editing/06-forgetting/late-operations',
        nodeCount,
        weather: OVERTAKING,
        nemesis: clogged,
        operations: [
          ...editing({
            seed,
            nodeCount,
            fromMicros: 0,
            untilMicros: 1_700 * MS,
            gapMicrosMax: 90 * MS,
          }),
          ...eraseAll(2_400 * MS, 70),
        ],
        safetyMicros: 1_800 * MS,
        livenessMicros: 4 * SECOND,
      })
    },
  },
  {
    id: 'forgotten-by-some',
    title: 'One node has forgotten what another still keeps, and starts again',
    claims: FORGETTING_CLAIMS,
    seedCount: 10,
    scenario: (seed) =>
      apart({
        id: 'editing/06-forgetting/forgotten-by-some',
        nodeCount: 3,
        nemesis: [...THIRD_CANNOT_TELL_SECOND, ...FIRST_STARTS_AGAIN],
        operations: writesAgain(seed),
        safetyMicros: 1_200 * MS,
        livenessMicros: 2_300 * MS,
      }),
  },
  {
    id: 'typed-under-a-removal',
    title: 'A letter is removed while others type on both sides of it',
    claims: FORGETTING_CLAIMS,
    seedCount: 40,
    scenario: (seed) =>
      apart({
        id: 'editing/06-forgetting/typed-under-a-removal',
        nodeCount: 3,
        nemesis: THIRD_CANNOT_TELL_SECOND,
        operations: typesUnderARemoval(seed),
        safetyMicros: 1_200 * MS,
        livenessMicros: 2_300 * MS,
      }),
  },
]
