/** The checks that only the grader knows. */
import { type Check, type NemesisStep, nodeIds } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { available, type Quorum } from '../../claims.ts'
import { HANDOFF_LIVENESS_MICROS, hintStories } from '../../hint-stories.ts'
import { preferenceList } from '../../placement.ts'
import {
  badLinks,
  crashesAfterSends,
  cuts,
  faults,
  operation,
  put,
  shuffled,
  storeScenario,
} from '../../scenarios.ts'
import { crashAt, hintClaims, writers } from './visible.ts'

const WIDE: Quorum = { n: 5, r: 3, w: 3 }
const SOME: Quorum = { n: 3, r: 2, w: 2 }
/** One is enough to acknowledge a write: the others live on hints. */
const WRITE_ONE: Quorum = { n: 3, r: 3, w: 1 }

const ID = '03-handoff'

export const hidden: readonly Check[] = [
  {
    id: 'two-away',
    title: 'Two of five replicas are away, and come back one after the other',
    claims: [available(WIDE), ...hintClaims(WIDE)],
    seedCount: 10,
    scenario: (seed) => {
      const [first = 'n1', early = 'n2', late = 'n3', ...others] = shuffled(seed, 5)
      const away = (node: string, name: string): NemesisStep => ({
        at: 50 * MS,
        fault: {
          kind: 'partition',
          groups: [[node], [first, ...others, node === early ? late : early]],
          name,
        },
      })
      return storeScenario({
        id: `quorum/${ID}/two-away`,
        nodeCount: 5,
        settings: { ...WIDE },
        nemesis: [
          away(early, 'early'),
          away(late, 'late'),
          { at: 600 * MS, fault: { kind: 'heal', name: 'early' } },
        ],
        operations: [
          operation(100 * MS, 'c1', first, put('x', 'a')),
          operation(180 * MS, 'c2', first, put('y', 'b')),
          operation(260 * MS, 'c3', first, put('x', 'c')),
        ],
        safetyMicros: 1_200 * MS,
        livenessMicros: HANDOFF_LIVENESS_MICROS,
      })
    },
  },
  {
    id: 'coordinator-is-no-replica',
    title: 'A coordinator that keeps no copy itself crashes',
    claims: [available(SOME), ...hintClaims(SOME)],
    seedCount: 6,
    scenario: (seed) => {
      const [one = 'n1', two = 'n2', three = 'n3', ...others] = preferenceList('x', nodeIds(5))
      const away = [one, two, three][seed % 3] ?? one
      const coordinator = others[seed % 2] ?? one
      const groups = [[away], nodeIds(5).filter((node) => node !== away)]
      return storeScenario({
        id: `quorum/${ID}/coordinator-is-no-replica`,
        nodeCount: 5,
        settings: { ...SOME },
        nemesis: [{ at: 50 * MS, fault: { kind: 'partition', groups } }, crashAt(250, coordinator)],
        operations: [operation(100 * MS, 'c1', coordinator, put('x', 'a'))],
        safetyMicros: 500 * MS,
        livenessMicros: HANDOFF_LIVENESS_MICROS,
      })
    },
  },
  {
    id: 'five-replicas',
    title: 'Five replicas, cut in two again and again',
    claims: [available(WIDE), ...hintClaims(WIDE)],
    seedCount: 12,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/five-replicas`,
        nodeCount: 5,
        settings: { ...WIDE },
        nemesis: cuts(seed, 5, { rounds: 3, everyMicros: 500 * MS }),
        operations: writers({ seed, nodeCount: 5, untilMicros: 1_700 * MS }),
        safetyMicros: 1_800 * MS,
        livenessMicros: HANDOFF_LIVENESS_MICROS,
      }),
  },
  {
    id: 'one-is-enough',
    title: 'One confirmation is enough, and nodes crash right after they have sent something',
    claims: [available(WRITE_ONE), ...hintClaims(WRITE_ONE)],
    seedCount: 16,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/one-is-enough`,
        nodeCount: 3,
        settings: { ...WRITE_ONE },
        nemesis: crashesAfterSends(seed, 3, { rounds: 6, everyMicros: 300 * MS }),
        operations: writers({ seed, nodeCount: 3, untilMicros: 1_900 * MS, gapMicrosMax: 80 * MS }),
        safetyMicros: 2 * SECOND,
        livenessMicros: HANDOFF_LIVENESS_MICROS,
      }),
  },
  ...hintStories({ stepId: ID, quorum: SOME, claims: hintClaims(SOME), nodeCount: 3 }),
  {
    id: 'everything-at-once',
    title: 'All faults, in mixtures that change with the seed',
    claims: hintClaims(SOME),
    seedCount: 30,
    scenario: (seed) => {
      const nodeCount = 3 + (seed % 3)
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
        operations: writers({ seed, nodeCount, untilMicros: 2_300 * MS }),
        safetyMicros: 2_400 * MS,
        livenessMicros: HANDOFF_LIVENESS_MICROS,
      })
    },
  },
]
