/** The checks that only the grader knows. */
import type { Check } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { LEADER, raftSwarm, SLOW, sizeFor } from '../../scenarios.ts'
import {
  badLinksBetween,
  FAULTS_MICROS,
  serviceScenario,
  takeTurnsAlone,
} from '../../service-scenarios.ts'
import { ALONE_IN_TURN, askers, CLAIMS } from './visible.ts'

export const hidden: readonly Check[] = [
  {
    id: 'leaders-fall-often',
    title: 'Leaders fall one after the other, with requests under way',
    claims: CLAIMS,
    seedCount: 16,
    scenario: (seed) =>
      serviceScenario({
        id: 'raft/11-key-value/leaders-fall-often',
        seed,
        nodeCount: 3,
        nemesis: [1_200, 2_100, 3_000].map((ms) => ({
          at: ms * MS,
          fault: {
            kind: 'crash',
            target: LEADER,
            unsynced: 'lost',
            moment: { kind: 'after-send', containing: '"type":"AppendEntries"' },
            downMicros: 300 * MS,
          },
        })),
        operations: askers({
          seed,
          nodeCount: 3,
          untilMicros: 4 * SECOND,
          gapMicrosMax: 250 * MS,
        }),
        safetyMicros: 4_200 * MS,
        lastPersistence: 'redirected',
      }),
  },
  {
    id: 'alone-among-five',
    title: 'Each of five nodes in turn is alone with a client',
    claims: CLAIMS,
    seedCount: 8,
    scenario: (seed) =>
      serviceScenario({
        id: 'raft/11-key-value/alone-among-five',
        seed,
        nodeCount: 5,
        nemesis: takeTurnsAlone({ ...ALONE_IN_TURN, nodeCount: 5, rounds: 5 }),
        operations: askers({ seed, nodeCount: 5, untilMicros: 6 * SECOND, gapMicrosMax: 300 * MS }),
        safetyMicros: 6_200 * MS,
        lastPersistence: 'redirected',
      }),
  },
  {
    id: 'overtaking-messages',
    title: 'Messages overtake each other while leaders come and go',
    claims: CLAIMS,
    seedCount: 16,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [3, 5])
      return serviceScenario({
        id: 'raft/11-key-value/overtaking-messages',
        seed,
        nodeCount,
        network: SLOW,
        nemesis: [
          badLinksBetween(nodeCount, { lossPermille: 20, duplicatePermille: 300 }),
          ...raftSwarm(seed, nodeCount, ['isolate', 'one-way', 'pause', 'clog'], FAULTS_MICROS),
        ],
        operations: askers({ seed, nodeCount, untilMicros: FAULTS_MICROS }),
        safetyMicros: 5 * SECOND,
        lastPersistence: 'redirected',
      })
    },
  },
  {
    id: 'everything-at-once',
    title: 'All faults, in mixtures that change with the seed',
    claims: CLAIMS,
    seedCount: 22,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [3, 4, 5])
      return serviceScenario({
        id: 'raft/11-key-value/everything-at-once',
        seed,
        nodeCount,
        nemesis: [
          badLinksBetween(nodeCount, { lossPermille: 80, duplicatePermille: 100 }),
          ...raftSwarm(
            seed,
            nodeCount,
            ['partition', 'isolate', 'one-way', 'crash', 'pause', 'clog', 'drift', 'flap'],
            6 * SECOND,
          ),
        ],
        operations: askers({ seed, nodeCount, untilMicros: 6 * SECOND }),
        safetyMicros: 7 * SECOND,
        lastPersistence: 'redirected',
      })
    },
  },
]
