/** The checks that only the grader knows. */
import { type Check, type NemesisStep, nodeIds } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { LEADER, LOSSY, REPEATING, raftSwarm, sizeFor } from '../../scenarios.ts'
import { serviceScenario } from '../../service-scenarios.ts'
import { CLAIMS, CLIENTS, patientClients } from './visible.ts'

/** What nodes tell clients is lost; in the midst of it the leader crashes. */
function answersThenLeaderLost(ms: number, nodeCount: number): readonly NemesisStep[] {
  const name = `silence-${ms}`
  const links = { from: nodeIds(nodeCount), to: CLIENTS }
  const crash = {
    kind: 'crash',
    target: LEADER,
    unsynced: 'lost',
    moment: { kind: 'after-send', containing: '"entries":[{' },
    downMicros: 200 * MS,
  } as const
  return [
    { at: ms * MS, fault: { kind: 'one-way', ...links, name } },
    { at: (ms + 150) * MS, fault: crash },
    { at: (ms + 300) * MS, fault: { kind: 'heal', name } },
  ]
}

export const hidden: readonly Check[] = [
  {
    id: 'healthy-store',
    title: 'A healthy network',
    claims: CLAIMS,
    seedCount: 6,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [3, 5])
      return serviceScenario({
        id: 'raft/12-sessions/healthy-store',
        seed,
        nodeCount,
        operations: patientClients({ seed, nodeCount, untilMicros: 1_600 * MS }),
        safetyMicros: 1_600 * MS,
        lastPersistence: 'redirected',
      })
    },
  },
  {
    id: 'crash-before-the-answer',
    title: 'Answers are lost, and then the leader that gave them',
    claims: CLAIMS,
    seedCount: 14,
    scenario: (seed) =>
      serviceScenario({
        id: 'raft/12-sessions/crash-before-the-answer',
        seed,
        nodeCount: 3,
        nemesis: [1_200, 2_200, 3_200].flatMap((ms) => answersThenLeaderLost(ms, 3)),
        operations: patientClients({
          seed,
          nodeCount: 3,
          untilMicros: 4 * SECOND,
          gapMicrosMax: 300 * MS,
        }),
        safetyMicros: 4_500 * MS,
        lastPersistence: 'always',
      }),
  },
  {
    id: 'repeated-requests',
    title: 'Many messages and requests arrive twice, some much later',
    claims: CLAIMS,
    seedCount: 14,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [3, 5])
      return serviceScenario({
        id: 'raft/12-sessions/repeated-requests',
        seed,
        nodeCount,
        network: REPEATING,
        nemesis: raftSwarm(seed, nodeCount, ['isolate', 'pause', 'clog'], 3 * SECOND),
        // One request right after the other, so that copies of the last come in between.
        operations: patientClients({
          seed,
          nodeCount,
          untilMicros: 2_300 * MS,
          gapMicrosMax: 120 * MS,
        }),
        safetyMicros: 3_500 * MS,
        lastPersistence: 'always',
      })
    },
  },
  {
    id: 'everything-at-once',
    title: 'All faults, in mixtures that change with the seed',
    claims: CLAIMS,
    seedCount: 20,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [3, 4, 5])
      return serviceScenario({
        id: 'raft/12-sessions/everything-at-once',
        seed,
        nodeCount,
        network: LOSSY,
        nemesis: raftSwarm(
          seed,
          nodeCount,
          ['partition', 'isolate', 'one-way', 'crash', 'pause', 'clog', 'drift', 'flap'],
          6 * SECOND,
        ),
        operations: patientClients({
          seed,
          nodeCount,
          untilMicros: 6 * SECOND,
          gapMicrosMax: 500 * MS,
        }),
        safetyMicros: 7 * SECOND,
        lastPersistence: 'always',
      })
    },
  },
]
