/** The checks that only the grader knows. */
import type { Check, FaultKind } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { figureEight, replacedCopy, twoOfFive } from '../../commit-scenarios.ts'
import { chosen, leadersTakeTurns, logScenario, STARTED_MICROS } from '../../log-scenarios.ts'
import { LOSSY, REPEATING, raftSwarm, SLOW, sizeFor } from '../../scenarios.ts'
import { CLAIMS } from './visible.ts'

const ALL_BUT_CRASHES: readonly FaultKind[] = [
  'partition',
  'isolate',
  'one-way',
  'bridge',
  'flap',
  'pause',
  'clog',
  'degrade',
  'drift',
]

export const hidden: readonly Check[] = [
  {
    id: 'two-of-five',
    title: 'Two of five store an entry that the others never see',
    claims: CLAIMS,
    seedCount: 4,
    scenario: (seed) => twoOfFive('raft/08-commit/two-of-five', seed),
  },
  {
    id: 'figure-eight-again',
    title: 'Figure 8 with other nodes and other delays',
    claims: CLAIMS,
    seedCount: 10,
    scenario: (seed) => figureEight('raft/08-commit/figure-eight-again', seed + 100),
  },
  {
    id: 'replaced-copies',
    title: 'Copies that a leader knew of, or hears of too late, are gone',
    claims: CLAIMS,
    seedCount: 10,
    scenario: (seed) =>
      replacedCopy(
        'raft/08-commit/replaced-copies',
        seed + 100,
        seed % 2 === 0 ? 'in-time' : 'late',
      ),
  },
  {
    id: 'overtaking-commits',
    title: 'Bursts of commands, and messages of old leaders that arrive late',
    claims: CLAIMS,
    seedCount: 20,
    scenario(seed) {
      const nodeCount = sizeFor(seed, [3, 4, 5])
      return logScenario({
        id: 'raft/08-commit/overtaking-commits',
        nodeCount,
        network: seed % 2 === 0 ? SLOW : REPEATING,
        nemesis: leadersTakeTurns({
          seed,
          nodeCount,
          fromMicros: STARTED_MICROS,
          count: 5,
          turnMicros: chosen(seed, 'turn', [500, 700, 900]) * MS,
        }),
        rounds: [
          { fromMicros: STARTED_MICROS, everyMicros: 6 * MS, count: 12 },
          { fromMicros: 1_200 * MS, everyMicros: 70 * MS, count: 60 },
        ],
        safetyMicros: 5_500 * MS,
      })
    },
  },
  {
    id: 'everything-but-crashes',
    title: 'All faults but crashes, in mixtures that change with the seed',
    claims: CLAIMS,
    seedCount: 30,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [3, 4, 5])
      return logScenario({
        id: 'raft/08-commit/everything-but-crashes',
        nodeCount,
        network: LOSSY,
        nemesis: raftSwarm(seed, nodeCount, ALL_BUT_CRASHES, 5 * SECOND),
        rounds: [
          { fromMicros: STARTED_MICROS, everyMicros: 75 * MS, count: 60, isSame: seed % 4 === 0 },
        ],
        safetyMicros: 6 * SECOND,
      })
    },
  },
]
