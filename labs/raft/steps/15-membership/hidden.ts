/** The checks that only the grader knows. */
import { type Check, nodeIds } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { downForGood } from '../../crash-scenarios.ts'
import { LIVENESS, SAFETY } from '../../member-claims.ts'
import { add, memberScenario, operator, remove } from '../../member-scenarios.ts'
import { LOSSY, raftSwarm, SLOW } from '../../scenarios.ts'
import { STARTED_MICROS } from '../../service-scenarios.ts'

const CLAIMS = [...SAFETY, ...LIVENESS]

const COMMANDS = [
  add('n4'),
  remove('n1'),
  add('n5'),
  remove('n2'),
  add('n1'),
  remove('n3'),
  add('n2'),
] as const

const MEMBERS = nodeIds(3)

function operatorFor(client: string, fromMicros: number) {
  return operator({
    client,
    fromMicros,
    gapMicros: 150 * MS,
    commands: COMMANDS,
    nodes: nodeIds(5),
  })
}

export const hidden: readonly Check[] = [
  {
    id: 'another-newcomer',
    title: 'A server that shall join does not answer, and then another one shall join',
    claims: CLAIMS,
    seedCount: 6,
    scenario: (seed) =>
      memberScenario({
        id: 'raft/15-membership/another-newcomer',
        seed,
        nodeCount: 5,
        memberCount: 3,
        safetyMicros: 0,
        lastMicros: 2 * SECOND,
        nemesis: [downForGood('n4')],
        operators: [
          ...operator({
            client: 'c6',
            fromMicros: STARTED_MICROS,
            gapMicros: 0,
            commands: [add('n4')],
            nodes: MEMBERS,
            timeoutMicros: 1_200 * MS,
            // It follows a hint, and waits for the one that leads.
            everyMicros: 2 * SECOND,
          }),
          ...operator({
            client: 'c7',
            fromMicros: STARTED_MICROS + 2_500 * MS,
            gapMicros: 0,
            commands: [add('n5')],
            nodes: MEMBERS,
          }),
        ],
      }),
  },
  {
    id: 'slow-changes',
    title: 'Changes under way while messages overtake each other',
    claims: CLAIMS,
    seedCount: 15,
    scenario: (seed) =>
      memberScenario({
        id: 'raft/15-membership/slow-changes',
        seed,
        nodeCount: 5,
        memberCount: 3,
        network: SLOW,
        safetyMicros: 4 * SECOND,
        nemesis: raftSwarm(seed, 5, ['isolate', 'partition', 'one-way'], 3_500 * MS),
        operators: operatorFor('c7', STARTED_MICROS),
      }),
  },
  {
    id: 'changes-and-crashes',
    title: 'Nodes crash between a change and its commit, and start from snapshots',
    claims: CLAIMS,
    seedCount: 15,
    scenario: (seed) =>
      memberScenario({
        id: 'raft/15-membership/changes-and-crashes',
        seed,
        nodeCount: 5,
        memberCount: 3,
        settings: { logEntriesMax: 8 },
        safetyMicros: 4 * SECOND,
        nemesis: raftSwarm(seed, 5, ['crash', 'isolate'], 3_500 * MS),
        operators: [...operatorFor('c6', 400 * MS), ...operatorFor('c7', 430 * MS)],
      }),
  },
  {
    id: 'everything-at-once',
    title: 'All faults, in mixtures that change with the seed',
    claims: CLAIMS,
    seedCount: 20,
    scenario: (seed) =>
      memberScenario({
        id: 'raft/15-membership/everything-at-once',
        seed,
        nodeCount: 5,
        memberCount: seed % 2 === 0 ? 3 : 4,
        network: LOSSY,
        safetyMicros: 5 * SECOND,
        nemesis: raftSwarm(
          seed,
          5,
          ['partition', 'isolate', 'one-way', 'crash', 'pause', 'clog', 'drift'],
          4_500 * MS,
        ),
        operators: [...operatorFor('c6', 400 * MS), ...operatorFor('c7', 900 * MS)],
      }),
  },
]
