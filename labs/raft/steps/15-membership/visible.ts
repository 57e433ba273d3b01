/** The checks that learners see and run in their browser. */
import { type Check, type NemesisStep, nodeIds, Prng } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { downForGood } from '../../crash-scenarios.ts'
import { LIVENESS, SAFETY } from '../../member-claims.ts'
import { add, memberScenario, operator, remove } from '../../member-scenarios.ts'
import { LEADER, raftSwarm, SLOW } from '../../scenarios.ts'
import { STARTED_MICROS } from '../../service-scenarios.ts'

const CLAIMS = [...SAFETY, ...LIVENESS]
const FIRST_THREE = nodeIds(3)

export const visible: readonly Check[] = [
  {
    id: 'grow-and-shrink',
    title: 'Two servers join, and two leave, on a healthy network',
    claims: CLAIMS,
    seedCount: 8,
    scenario: (seed) => {
      const [one, other] = new Prng(seed, 'who leaves').shuffle(nodeIds(5))
      return memberScenario({
        id: 'raft/15-membership/grow-and-shrink',
        seed,
        nodeCount: 5,
        memberCount: 3,
        safetyMicros: 4 * SECOND,
        operators: operator({
          client: 'c7',
          fromMicros: STARTED_MICROS,
          gapMicros: 300 * MS,
          commands: [add('n4'), add('n5'), remove(one ?? 'n1'), remove(other ?? 'n2')],
          nodes: nodeIds(5),
        }),
      })
    },
  },
  {
    id: 'quiet-cluster',
    title: 'Two servers join and two leave, and nobody writes',
    claims: CLAIMS,
    seedCount: 6,
    scenario: (seed) =>
      memberScenario({
        id: 'raft/15-membership/quiet-cluster',
        seed,
        nodeCount: 5,
        memberCount: 3,
        clientCount: 0,
        safetyMicros: 0,
        lastMicros: 0,
        operators: operator({
          client: 'c7',
          fromMicros: 2_100 * MS,
          gapMicros: 200 * MS,
          commands: [add('n4'), remove('n1'), add('n5'), remove('n2')],
          nodes: nodeIds(5),
        }),
      }),
  },
  {
    id: 'all-new',
    title: 'Every server is replaced by another one, the leader among them',
    claims: CLAIMS,
    seedCount: 8,
    scenario: (seed) =>
      memberScenario({
        id: 'raft/15-membership/all-new',
        seed,
        nodeCount: 6,
        memberCount: 3,
        safetyMicros: 5 * SECOND,
        operators: operator({
          client: 'c7',
          fromMicros: STARTED_MICROS,
          gapMicros: 200 * MS,
          commands: [add('n4'), remove('n1'), add('n5'), remove('n2'), add('n6'), remove('n3')],
          nodes: nodeIds(6),
        }),
      }),
  },
  {
    id: 'dead-newcomer',
    title: 'One member is down, and the server that shall join does not answer',
    claims: CLAIMS,
    seedCount: 8,
    scenario: (seed) =>
      memberScenario({
        id: 'raft/15-membership/dead-newcomer',
        seed,
        nodeCount: 4,
        memberCount: 3,
        safetyMicros: 0,
        lastMicros: 1_500 * MS,
        nemesis: deadFromTheStart(seed),
        operators: operator({
          client: 'c7',
          fromMicros: STARTED_MICROS,
          gapMicros: 300 * MS,
          commands: [add('n4')],
          nodes: FIRST_THREE,
          timeoutMicros: 1_900 * MS,
        }).map((operation) => ({
          ...operation,
          retry: { everyMicros: SECOND, nodes: FIRST_THREE },
        })),
      }),
  },
  {
    id: 'two-operators',
    title: 'Two operators ask for changes at the same time, while leaders come and go',
    claims: CLAIMS,
    seedCount: 10,
    scenario: (seed) =>
      memberScenario({
        id: 'raft/15-membership/two-operators',
        seed,
        nodeCount: 5,
        memberCount: 3,
        safetyMicros: 4 * SECOND,
        nemesis: raftSwarm(seed, 3, ['isolate', 'crash'], 3_500 * MS),
        operators: [
          ...operator({
            client: 'c6',
            fromMicros: 400 * MS,
            gapMicros: 500 * MS,
            commands: [add('n4'), remove('n4'), add('n4'), remove('n4')],
            nodes: nodeIds(5),
          }),
          ...operator({
            client: 'c7',
            fromMicros: 400 * MS,
            gapMicros: 500 * MS,
            commands: [add('n5'), remove('n1'), add('n1'), remove('n5')],
            nodes: nodeIds(5).toReversed(),
          }),
        ],
      }),
  },
  {
    id: 'leader-alone-with-a-change',
    title: 'The leader is cut off with a change that only it has',
    claims: CLAIMS,
    seedCount: 10,
    scenario: (seed) =>
      memberScenario({
        id: 'raft/15-membership/leader-alone-with-a-change',
        seed,
        nodeCount: 5,
        memberCount: 4,
        network: SLOW,
        safetyMicros: 4 * SECOND,
        nemesis: leaderAlone(),
        operators: operator({
          client: 'c7',
          fromMicros: STARTED_MICROS,
          gapMicros: 10 * MS,
          commands: [1, 2, 3, 4, 5, 6].flatMap(() => [add('n5'), remove('n5')]),
          nodes: nodeIds(5),
          timeoutMicros: 2 * SECOND,
          // A new leader is asked before it has committed anything.
          everyMicros: 15 * MS,
        }),
      }),
  },
]

/** A member and the newcomer never answer; the network is as healthy as it will be. */
function deadFromTheStart(seed: number): readonly NemesisStep[] {
  const member = new Prng(seed, 'who is down').pick(FIRST_THREE)
  return [member, 'n4'].map(downForGood)
}

/** Each leader is cut off right after it has sent an entry that changes the members. */
function leaderAlone(): readonly NemesisStep[] {
  return [1, 2, 3].flatMap((round) => {
    const name = `alone-${round}`
    const at = round * 900 * MS
    return [
      { at, fault: { kind: 'isolate', target: LEADER, name } },
      { at: at + 450 * MS, fault: { kind: 'heal', name } },
    ] as const
  })
}
