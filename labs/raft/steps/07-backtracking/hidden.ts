/** The checks that only the grader knows. */
import type { Check, FaultKind } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { LIVENESS, SAFETY } from '../../log-claims.ts'
import { chosen, leadersTakeTurns, logScenario, STARTED_MICROS } from '../../log-scenarios.ts'
import { LOSSY, raftSwarm, SLOW, sizeFor } from '../../scenarios.ts'
import { CLAIMS, longTails } from './visible.ts'

const CUTS: readonly FaultKind[] = ['partition', 'isolate', 'one-way', 'bridge', 'pause', 'clog']

export const hidden: readonly Check[] = [
  {
    id: 'longer-tails',
    title: 'Logs that differ in a hundred entries',
    claims: CLAIMS,
    seedCount: 4,
    scenario: (seed) => longTails('raft/07-backtracking/longer-tails', seed, 100),
  },
  {
    id: 'overtaking-leaders',
    title: 'Messages of old leaders arrive late',
    claims: [...SAFETY.repair, ...LIVENESS.stored],
    seedCount: 20,
    scenario(seed) {
      const nodeCount = sizeFor(seed, [3, 5])
      return logScenario({
        id: 'raft/07-backtracking/overtaking-leaders',
        nodeCount,
        network: SLOW,
        nemesis: leadersTakeTurns({
          seed,
          nodeCount,
          fromMicros: STARTED_MICROS,
          count: 5,
          turnMicros: chosen(seed, 'turn', [500, 700, 900]) * MS,
        }),
        rounds: [
          { fromMicros: STARTED_MICROS, everyMicros: 60 * MS, count: 70, isSame: seed % 2 === 0 },
        ],
        safetyMicros: 5_500 * MS,
      })
    },
  },
  {
    id: 'many-cuts',
    title: 'Cuts of all kinds',
    claims: [...SAFETY.repair, ...LIVENESS.stored],
    seedCount: 25,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [3, 4, 5])
      return logScenario({
        id: 'raft/07-backtracking/many-cuts',
        nodeCount,
        network: seed % 3 === 0 ? LOSSY : SLOW,
        nemesis: raftSwarm(seed, nodeCount, CUTS, 5 * SECOND),
        rounds: [{ fromMicros: STARTED_MICROS, everyMicros: 80 * MS, count: 55 }],
        safetyMicros: 6 * SECOND,
      })
    },
  },
]
