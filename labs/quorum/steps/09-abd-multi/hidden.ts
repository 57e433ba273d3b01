/** The checks that only the grader knows. */
import type { Check } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import {
  availableToMajority,
  halfWritten,
  lateCopies,
  registerClaims,
} from '../../register-checks.ts'
import { badLinks, cuts, faults, shuffled, storeScenario } from '../../scenarios.ts'
import { busyWriters } from './visible.ts'

const ID = '09-abd-multi'

export const hidden: readonly Check[] = [
  {
    id: 'four-nodes',
    title: 'Four nodes, of which two are no majority',
    claims: [availableToMajority, ...registerClaims(4)],
    seedCount: 16,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/four-nodes`,
        nodeCount: 4,
        settings: {},
        operations: busyWriters({
          seed,
          nodeCount: 4,
          untilMicros: 1_700 * MS,
          gapMicrosMax: 150 * MS,
        }),
        nemesis: cuts(seed, 4, { rounds: 3, everyMicros: 500 * MS }),
        safetyMicros: 1_800 * MS,
      }),
  },
  {
    id: 'half-written-and-slow',
    title: 'Writes reach two of five nodes, messages are slow, and readers lose no time',
    claims: registerClaims(5),
    seedCount: 30,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/half-written-and-slow`,
        nodeCount: 5,
        settings: {},
        ...halfWritten({
          seed,
          nodeCount: 5,
          writers: shuffled(seed, 5).slice(0, 4),
          isSlow: true,
        }),
        livenessMicros: SECOND,
      }),
  },
  {
    id: 'seven-and-slow',
    title: 'Writes reach two of seven nodes, messages are slow, and readers lose no time',
    claims: registerClaims(7),
    seedCount: 30,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/seven-and-slow`,
        nodeCount: 7,
        settings: {},
        ...halfWritten({
          seed,
          nodeCount: 7,
          writers: shuffled(seed, 7).slice(0, 4),
          isSlow: true,
        }),
        livenessMicros: SECOND,
      }),
  },
  {
    id: 'late-copies',
    title: 'What the writer and the first reader send is late, and readers lose no time',
    claims: registerClaims(5),
    seedCount: 10,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/late-copies`,
        nodeCount: 5,
        settings: {},
        ...lateCopies({
          seed,
          nodeCount: 5,
          writers: shuffled(seed, 5).slice(0, 3),
          asksFirst: true,
        }),
        livenessMicros: SECOND,
      }),
  },
  {
    id: 'crashes-of-three',
    title: 'Nodes crash, two at once as well, and lose what they had not synced',
    claims: registerClaims(3),
    seedCount: 16,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/crashes-of-three`,
        nodeCount: 3,
        settings: {},
        operations: busyWriters({
          seed,
          nodeCount: 3,
          untilMicros: 2 * SECOND,
          gapMicrosMax: 80 * MS,
        }),
        nemesis: faults(seed, 3, ['crash', 'isolate'], 1_900 * MS),
        safetyMicros: 2_100 * MS,
      }),
  },
  {
    id: 'everything-at-once',
    title: 'All faults, in mixtures that change with the seed',
    claims: registerClaims(5),
    seedCount: 30,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/everything-at-once`,
        nodeCount: 5,
        settings: {},
        operations: busyWriters({
          seed,
          nodeCount: 5,
          untilMicros: 2_300 * MS,
          gapMicrosMax: 200 * MS,
        }),
        nemesis: [
          badLinks(5, { lossPermille: 80, duplicatePermille: 200 }),
          ...faults(
            seed,
            5,
            ['partition', 'isolate', 'one-way', 'crash', 'pause', 'clog', 'jump'],
            2 * SECOND,
          ),
        ],
        safetyMicros: 2_400 * MS,
      }),
  },
]
