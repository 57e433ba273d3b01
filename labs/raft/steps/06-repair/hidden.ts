/** The checks that only the grader knows. */
import type { Check, FaultKind } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { chosen, leadersTakeTurns, logScenario, STARTED_MICROS } from '../../log-scenarios.ts'
import { LOSSY, REPEATING, raftSwarm, SLOW, sizeFor } from '../../scenarios.ts'
import { CLAIMS } from './visible.ts'

const ALL_BUT_CRASHES: readonly FaultKind[] = [
  'partition',
  'isolate',
  'one-way',
  'flap',
  'pause',
  'clog',
  'degrade',
  'drift',
]

export const hidden: readonly Check[] = [
  {
    id: 'overtaking-leaders',
    title: 'Messages of old leaders arrive late',
    claims: CLAIMS,
    seedCount: 25,
    scenario(seed) {
      const nodeCount = sizeFor(seed, [3, 5])
      return logScenario({
        id: 'raft/06-repair/overtaking-leaders',
        nodeCount,
        network: seed % 2 === 0 ? SLOW : REPEATING,
        nemesis: leadersTakeTurns({
          seed,
          nodeCount,
          fromMicros: STARTED_MICROS,
          count: 6,
          turnMicros: chosen(seed, 'turn', [500, 700, 900]) * MS,
        }),
        rounds: [{ fromMicros: STARTED_MICROS, everyMicros: 45 * MS, count: 100 }],
        safetyMicros: 6 * SECOND,
      })
    },
  },
  {
    id: 'many-cuts',
    title: 'Cuts of all kinds',
    claims: CLAIMS,
    seedCount: 30,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [3, 4, 5])
      const kinds = ['partition', 'isolate', 'one-way', 'bridge', 'pause', 'clog'] as const
      return logScenario({
        id: 'raft/06-repair/many-cuts',
        nodeCount,
        nemesis: raftSwarm(seed, nodeCount, kinds, 5 * SECOND),
        rounds: [{ fromMicros: STARTED_MICROS, everyMicros: 70 * MS, count: 70, isSame: true }],
        safetyMicros: 6 * SECOND,
      })
    },
  },
  {
    id: 'everything-but-crashes',
    title: 'All faults but crashes, in mixtures that change with the seed',
    claims: CLAIMS,
    seedCount: 30,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [3, 5])
      return logScenario({
        id: 'raft/06-repair/everything-but-crashes',
        nodeCount,
        network: LOSSY,
        nemesis: raftSwarm(seed, nodeCount, ALL_BUT_CRASHES, 6 * SECOND),
        rounds: [{ fromMicros: STARTED_MICROS, everyMicros: 90 * MS, count: 60 }],
        safetyMicros: 7 * SECOND,
      })
    },
  },
]
