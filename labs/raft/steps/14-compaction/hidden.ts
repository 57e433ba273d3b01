/** The checks that only the grader knows. */
import { type Check, nodeIds } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { LOSSY, REPEATING, raftSwarm, sizeFor } from '../../scenarios.ts'
import { FAULTS_MICROS, serviceScenario } from '../../service-scenarios.ts'
import { CLAIMS, deafInTurn, manyClients, patientClients, SETTINGS } from './visible.ts'

export const hidden: readonly Check[] = [
  {
    id: 'snapshots-lost',
    title: 'Snapshots get lost on the way to nodes that were away',
    claims: CLAIMS,
    seedCount: 12,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [3, 5])
      const away = `n${(seed % nodeCount) + 1}`
      const links = { from: nodeIds(nodeCount), to: [away] }
      const weather = {
        lossPermille: 600,
        duplicatePermille: 100,
        delayMicrosMin: MS,
        delayMicrosMax: 60 * MS,
      }
      return serviceScenario({
        id: 'raft/14-compaction/snapshots-lost',
        seed,
        nodeCount,
        nemesis: [
          {
            at: 1_100 * MS,
            fault: { kind: 'isolate', target: { kind: 'node', node: away }, name: 'away' },
          },
          { at: 2_300 * MS, fault: { kind: 'heal', name: 'away' } },
          { at: 2_300 * MS, fault: { kind: 'degrade', ...links, weather } },
        ],
        settings: SETTINGS,
        operations: patientClients({ seed, nodeCount, untilMicros: 3_600 * MS }),
        safetyMicros: 3_600 * MS,
        lastPersistence: 'always',
      })
    },
  },
  {
    id: 'full-among-five',
    title: 'Logs run full in a cluster of five, one leader after the other',
    claims: CLAIMS,
    seedCount: 8,
    scenario: (seed) =>
      serviceScenario({
        id: 'raft/14-compaction/full-among-five',
        seed,
        nodeCount: 5,
        nemesis: deafInTurn(5),
        settings: SETTINGS,
        operations: manyClients({
          seed,
          nodeCount: 5,
          untilMicros: 6_200 * MS,
          gapMicrosMax: 900 * MS,
        }),
        safetyMicros: 6_300 * MS,
        lastPersistence: 'always',
      }),
  },
  {
    id: 'late-snapshots',
    title: 'Messages arrive twice and late while nodes come and go',
    claims: CLAIMS,
    seedCount: 12,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [3, 5])
      return serviceScenario({
        id: 'raft/14-compaction/late-snapshots',
        seed,
        nodeCount,
        network: REPEATING,
        nemesis: raftSwarm(
          seed,
          nodeCount,
          ['isolate', 'crash', 'clog', 'pause', 'swizzle'],
          FAULTS_MICROS,
        ),
        settings: SETTINGS,
        operations: patientClients({
          seed,
          nodeCount,
          untilMicros: FAULTS_MICROS,
          gapMicrosMax: 300 * MS,
        }),
        safetyMicros: 5 * SECOND,
        lastPersistence: 'always',
      })
    },
  },
  {
    id: 'everything-at-once',
    title: 'All faults, in mixtures that change with the seed',
    claims: CLAIMS,
    seedCount: 16,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [3, 4, 5])
      return serviceScenario({
        id: 'raft/14-compaction/everything-at-once',
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
          clientCount: 8,
          untilMicros: 6 * SECOND,
          gapMicrosMax: 800 * MS,
        }),
        safetyMicros: 7 * SECOND,
        lastPersistence: 'always',
      })
    },
  },
]
