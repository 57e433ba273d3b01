/** The checks that only the grader knows. */
import type { Check } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { answersThenAllLost } from '../../crash-scenarios.ts'
import { LOSSY, REPEATING, raftSwarm, SLOW, sizeFor } from '../../scenarios.ts'
import { FAULTS_MICROS, serviceScenario, takeTurnsAlone } from '../../service-scenarios.ts'
import { CLAIMS, CLIENTS, leftBehind, patientClients, SETTINGS } from './visible.ts'

export const hidden: readonly Check[] = [
  {
    id: 'crash-and-restart',
    title: 'Nodes crash and start again, on a network that loses messages',
    claims: CLAIMS,
    seedCount: 16,
    scenario: (seed) =>
      serviceScenario({
        id: 'raft/13-snapshots/crash-and-restart',
        seed,
        nodeCount: 3,
        network: LOSSY,
        nemesis: raftSwarm(seed, 3, ['crash', 'isolate'], FAULTS_MICROS),
        settings: SETTINGS,
        operations: patientClients({
          seed,
          nodeCount: 3,
          untilMicros: FAULTS_MICROS,
        }),
        safetyMicros: 5 * SECOND,
        lastPersistence: 'always',
      }),
  },
  {
    id: 'asked-again-after-a-crash',
    title: 'Answers are lost, all nodes crash, and clients ask again',
    claims: CLAIMS,
    seedCount: 12,
    scenario: (seed) =>
      serviceScenario({
        id: 'raft/13-snapshots/asked-again-after-a-crash',
        seed,
        nodeCount: 3,
        nemesis: [1_300, 2_400, 3_500].flatMap((ms) =>
          answersThenAllLost({ ms, nodeCount: 3, clients: CLIENTS }),
        ),
        settings: SETTINGS,
        operations: patientClients({ seed, nodeCount: 3, untilMicros: 4_200 * MS }),
        safetyMicros: 4_500 * MS,
        lastPersistence: 'always',
      }),
  },
  {
    id: 'late-snapshots',
    title: 'Snapshots arrive twice, and after the entries that follow them',
    claims: CLAIMS,
    seedCount: 14,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [3, 5])
      return serviceScenario({
        id: 'raft/13-snapshots/late-snapshots',
        seed,
        nodeCount,
        network: sizeFor(seed, [0, 1]) === 0 ? REPEATING : SLOW,
        nemesis: [
          ...leftBehind(seed, nodeCount),
          ...raftSwarm(seed, nodeCount, ['clog', 'pause', 'swizzle'], FAULTS_MICROS),
        ].sort((a, b) => a.at - b.at),
        settings: SETTINGS,
        operations: patientClients({
          seed,
          nodeCount,
          untilMicros: FAULTS_MICROS,
          gapMicrosMax: 250 * MS,
        }),
        safetyMicros: 5 * SECOND,
        lastPersistence: 'always',
      })
    },
  },
  {
    id: 'deposed-with-a-long-tail',
    title: 'A leader that is alone takes many commands that never count',
    claims: CLAIMS,
    seedCount: 10,
    scenario: (seed) =>
      serviceScenario({
        id: 'raft/13-snapshots/deposed-with-a-long-tail',
        seed,
        nodeCount: 3,
        nemesis: takeTurnsAlone({
          nodeCount: 3,
          clientsOf: () => [],
          fromMicros: 1_200 * MS,
          cutMicros: 650 * MS,
          restMicros: 300 * MS,
          rounds: 3,
        }),
        settings: SETTINGS,
        operations: patientClients({
          seed,
          nodeCount: 3,
          clientCount: 16,
          untilMicros: 4_400 * MS,
          gapMicrosMax: 500 * MS,
        }),
        safetyMicros: 4_500 * MS,
        lastPersistence: 'always',
      }),
  },
  {
    id: 'everything-at-once',
    title: 'All faults, in mixtures that change with the seed',
    claims: CLAIMS,
    seedCount: 16,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [3, 4, 5])
      return serviceScenario({
        id: 'raft/13-snapshots/everything-at-once',
        seed,
        nodeCount,
        network: LOSSY,
        nemesis: raftSwarm(
          seed,
          nodeCount,
          ['partition', 'isolate', 'one-way', 'crash', 'pause', 'clog', 'drift', 'flap'],
          6 * SECOND,
        ),
        settings: SETTINGS,
        operations: patientClients({
          seed,
          nodeCount,
          untilMicros: 6 * SECOND,
          gapMicrosMax: 400 * MS,
        }),
        safetyMicros: 7 * SECOND,
        lastPersistence: 'always',
      })
    },
  },
]
