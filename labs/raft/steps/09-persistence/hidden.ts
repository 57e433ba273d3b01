/** The checks that only the grader knows. */
import type { Check, FaultKind } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { figureEight, replacedCopy } from '../../commit-scenarios.ts'
import { crashesAfterPromises, powerCut } from '../../crash-scenarios.ts'
import { chosen, leadersTakeTurns, logScenario, STARTED_MICROS } from '../../log-scenarios.ts'
import { LOSSY, raftSwarm, SLOW, sizeFor } from '../../scenarios.ts'
import { CLAIMS, crashWhileVoting } from './visible.ts'

const ALL_FAULTS: readonly FaultKind[] = [
  'partition',
  'isolate',
  'one-way',
  'bridge',
  'crash',
  'pause',
  'clog',
  'degrade',
  'drift',
]

export const hidden: readonly Check[] = [
  {
    id: 'power-cuts-in-a-row',
    title: 'The power fails again and again, while messages are under way',
    claims: CLAIMS,
    seedCount: 15,
    scenario(seed) {
      const nodeCount = sizeFor(seed, [3, 4, 5])
      return logScenario({
        id: 'raft/09-persistence/power-cuts-in-a-row',
        nodeCount,
        network: SLOW,
        nemesis: [0, 1, 2, 3].flatMap((turn) =>
          powerCut(nodeCount, {
            at: (1_100 + 900 * turn + 13 * ((seed + turn) % 11)) * MS,
            downMicros: 60 * MS,
          }),
        ),
        rounds: [{ fromMicros: STARTED_MICROS, everyMicros: 40 * MS, count: 90 }],
        safetyMicros: 5 * SECOND,
      })
    },
  },
  {
    id: 'old-entries-and-power-cut',
    title: 'Rare schedules of old entries, and a power cut in the middle',
    claims: CLAIMS,
    seedCount: 9,
    scenario(seed) {
      const id = 'raft/09-persistence/old-entries-and-power-cut'
      const script =
        seed % 3 === 0
          ? figureEight(id, seed)
          : replacedCopy(id, seed, seed % 3 === 1 ? 'late' : 'in-time')
      const cut = powerCut(5, { at: (3_000 + 300 * (seed % 7)) * MS, downMicros: 10 * MS })
      return { ...script, nemesis: [...script.nemesis, ...cut].sort((a, b) => a.at - b.at) }
    },
  },
  {
    id: 'crashes-while-voting',
    title: 'More elections, and more crashes in the middle of handlers',
    claims: CLAIMS,
    seedCount: 12,
    scenario: (seed) => crashWhileVoting('raft/09-persistence/crashes-while-voting', seed + 100),
  },
  {
    id: 'promises-on-a-bad-network',
    title: 'Nodes crash right after promises, and messages come late, twice or never',
    claims: CLAIMS,
    seedCount: 25,
    scenario(seed) {
      const nodeCount = sizeFor(seed, [3, 5])
      const turns = leadersTakeTurns({
        seed,
        nodeCount,
        fromMicros: 1_500 * MS,
        count: 3,
        turnMicros: 800 * MS,
      })
      const crashes = crashesAfterPromises({
        seed,
        nodeCount,
        fromMicros: 300 * MS,
        everyMicros: 200 * MS,
        count: 20,
        downMicros: chosen(seed, 'down', [5, 60, 200]) * MS,
      })
      return logScenario({
        id: 'raft/09-persistence/promises-on-a-bad-network',
        nodeCount,
        network: LOSSY,
        nemesis: [...turns, ...crashes].sort((a, b) => a.at - b.at),
        rounds: [{ fromMicros: 600 * MS, everyMicros: 65 * MS, count: 60 }],
        safetyMicros: 5 * SECOND,
      })
    },
  },
  {
    id: 'everything-at-once',
    title: 'All faults, in mixtures that change with the seed',
    claims: CLAIMS,
    seedCount: 40,
    scenario(seed) {
      const nodeCount = sizeFor(seed, [3, 4, 5])
      return logScenario({
        id: 'raft/09-persistence/everything-at-once',
        nodeCount,
        network: LOSSY,
        nemesis: raftSwarm(seed, nodeCount, ALL_FAULTS, 5 * SECOND),
        rounds: [
          { fromMicros: STARTED_MICROS, everyMicros: 75 * MS, count: 60, isSame: seed % 4 === 0 },
        ],
        safetyMicros: 6 * SECOND,
      })
    },
  },
]
