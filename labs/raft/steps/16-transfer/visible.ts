/** The checks that learners see and run in their browser. */
import { type Check, nodeIds, Prng, transferSucceeds } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { downForGood } from '../../crash-scenarios.ts'
import { TRANSFER_LIVENESS as LIVENESS, SAFETY } from '../../member-claims.ts'
import { memberScenario, operator, transfer } from '../../member-scenarios.ts'
import { raftSwarm } from '../../scenarios.ts'
import { STARTED_MICROS } from '../../service-scenarios.ts'

const THREE = nodeIds(3)

/** A few round trips and one election; far less than a follower would wait. */
const HAND_OVER_MICROS_MAX = 140 * MS

const CLAIMS = [...SAFETY, transferSucceeds(HAND_OVER_MICROS_MAX), ...LIVENESS]

export const visible: readonly Check[] = [
  {
    id: 'around-the-cluster',
    title: 'Leadership goes around a healthy cluster',
    claims: CLAIMS,
    seedCount: 10,
    scenario: (seed) =>
      memberScenario({
        id: 'raft/16-transfer/around-the-cluster',
        seed,
        nodeCount: 3,
        memberCount: 3,
        safetyMicros: 0,
        lastMicros: 1_500 * MS,
        operators: operator({
          client: 'c7',
          fromMicros: STARTED_MICROS,
          gapMicros: 400 * MS,
          commands: new Prng(seed, 'order').shuffle([...THREE, ...THREE]).map(transfer),
          nodes: THREE,
        }),
      }),
  },
  {
    id: 'under-load',
    title: 'Leadership goes around while clients write all the time',
    claims: CLAIMS,
    seedCount: 8,
    scenario: (seed) =>
      memberScenario({
        id: 'raft/16-transfer/under-load',
        seed,
        nodeCount: 3,
        memberCount: 3,
        safetyMicros: 0,
        clientCount: 4,
        gapMicrosMax: 12 * MS,
        lastMicros: 600 * MS,
        settings: { logEntriesMax: 40 },
        operators: operator({
          client: 'c7',
          fromMicros: 2_050 * MS,
          gapMicros: 250 * MS,
          commands: new Prng(seed, 'order').shuffle([...THREE]).map(transfer),
          nodes: THREE,
        }),
      }),
  },
  {
    id: 'dead-successor',
    title: 'The chosen server is down',
    claims: [...SAFETY, ...LIVENESS],
    seedCount: 8,
    scenario: (seed) => {
      const dead = new Prng(seed, 'who is down').pick(THREE)
      return memberScenario({
        id: 'raft/16-transfer/dead-successor',
        seed,
        nodeCount: 3,
        memberCount: 3,
        safetyMicros: 0,
        lastMicros: SECOND,
        nemesis: [downForGood(dead)],
        operators: operator({
          client: 'c7',
          fromMicros: 2_100 * MS,
          gapMicros: 400 * MS,
          commands: [transfer(dead), transfer(dead)],
          nodes: THREE,
        }),
      })
    },
  },
  {
    id: 'leaders-come-and-go',
    title: 'Leadership is handed over while nodes crash and are cut off',
    claims: CLAIMS,
    seedCount: 10,
    scenario: (seed) =>
      memberScenario({
        id: 'raft/16-transfer/leaders-come-and-go',
        seed,
        nodeCount: 5,
        memberCount: 5,
        safetyMicros: 4 * SECOND,
        nemesis: raftSwarm(seed, 5, ['isolate', 'crash', 'one-way'], 3_500 * MS),
        operators: operator({
          client: 'c7',
          fromMicros: STARTED_MICROS,
          gapMicros: 250 * MS,
          commands: new Prng(seed, 'order').shuffle([...nodeIds(5), ...nodeIds(5)]).map(transfer),
          nodes: nodeIds(5),
        }),
      }),
  },
]
