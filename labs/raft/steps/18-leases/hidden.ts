/** The checks that only the grader knows. */
import { type Check, nodeIds, Prng } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import {
  DRIFT_SETTINGS,
  driftApart,
  forgetfulVoter,
  lateFollower,
  loneLeaders,
  QUICK,
} from '../../lone-leader.ts'
import { READ_SAFETY, TRANSFER_LIVENESS } from '../../member-claims.ts'
import { memberScenario, operator, transfer } from '../../member-scenarios.ts'
import { LOSSY, raftSwarm, SLOW } from '../../scenarios.ts'
import { STARTED_MICROS } from '../../service-scenarios.ts'

const CLAIMS = [...READ_SAFETY, ...TRANSFER_LIVENESS]

export const hidden: readonly Check[] = [
  {
    id: 'drift-and-crash',
    title: 'Clocks drift apart, and a follower forgets',
    claims: CLAIMS,
    seedCount: 30,
    scenario: (seed) =>
      loneLeaders({
        id: 'raft/18-leases/drift-and-crash',
        seed,
        settings: DRIFT_SETTINGS,
        faults: (round) => [...driftApart(round), ...forgetfulVoter(round)],
      }),
  },
  {
    id: 'drift-and-transfer',
    title: 'Clocks drift apart, and leadership is handed on',
    claims: CLAIMS,
    seedCount: 30,
    scenario: (seed) =>
      loneLeaders({
        id: 'raft/18-leases/drift-and-transfer',
        seed,
        settings: DRIFT_SETTINGS,
        faults: driftApart,
        handsOnBefore: (6 + (seed % 15)) * MS,
      }),
  },
  {
    id: 'drift-and-late-follower',
    title: 'Clocks drift apart, and the new leader learns late what is committed',
    claims: CLAIMS,
    seedCount: 40,
    scenario: (seed) =>
      loneLeaders({
        id: 'raft/18-leases/drift-and-late-follower',
        seed,
        settings: DRIFT_SETTINGS,
        faults: (round) => [...driftApart(round), ...lateFollower(round)],
        writesUntilAlone: true,
      }),
  },
  {
    id: 'elected-at-once',
    title: 'Clocks drift apart, and others are elected and write as soon as the promises end',
    claims: CLAIMS,
    seedCount: 20,
    scenario: (seed) =>
      loneLeaders({
        id: 'raft/18-leases/elected-at-once',
        seed,
        settings: DRIFT_SETTINGS,
        network: QUICK,
        faults: driftApart,
      }),
  },
  {
    id: 'in-company',
    title: 'The leader of five is left with one follower, which goes on answering it',
    claims: CLAIMS,
    seedCount: 10,
    scenario: (seed) =>
      loneLeaders({
        id: 'raft/18-leases/in-company',
        seed,
        nodeCount: 5,
        settings: DRIFT_SETTINGS,
        network: QUICK,
        faults: driftApart,
      }),
  },
  {
    id: 'new-leaders-read',
    title: 'Leadership moves on and on over a slow network, while clients read',
    claims: CLAIMS,
    seedCount: 12,
    scenario: (seed) =>
      memberScenario({
        id: 'raft/18-leases/new-leaders-read',
        seed,
        nodeCount: 5,
        memberCount: 5,
        network: SLOW,
        clientCount: 4,
        gapMicrosMax: 16 * MS,
        settings: DRIFT_SETTINGS,
        safetyMicros: 2_400 * MS,
        operators: operator({
          client: 'c7',
          fromMicros: STARTED_MICROS,
          gapMicros: 110 * MS,
          commands: [1, 2, 3, 4].flatMap(() => nodeIds(5).map(transfer)),
          nodes: nodeIds(5),
          timeoutMicros: 300 * MS,
          everyMicros: 40 * MS,
        }),
      }),
  },
  {
    id: 'everything-at-once',
    title: 'All faults, in mixtures that change with the seed; clocks keep their promise',
    claims: CLAIMS,
    seedCount: 20,
    scenario: (seed) =>
      memberScenario({
        id: 'raft/18-leases/everything-at-once',
        seed,
        nodeCount: 5,
        memberCount: 5,
        network: LOSSY,
        clientCount: 4,
        gapMicrosMax: 60 * MS,
        settings: DRIFT_SETTINGS,
        safetyMicros: 5 * SECOND,
        nemesis: raftSwarm(
          seed,
          5,
          ['partition', 'isolate', 'one-way', 'crash', 'pause', 'clog'],
          4_500 * MS,
        ),
        operators: operator({
          client: 'c7',
          fromMicros: STARTED_MICROS,
          gapMicros: 400 * MS,
          commands: new Prng(seed, 'order').shuffle([...nodeIds(5), ...nodeIds(5)]).map(transfer),
          nodes: nodeIds(5),
        }),
      }),
  },
]
