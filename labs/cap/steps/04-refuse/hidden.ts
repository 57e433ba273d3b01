/** The checks that only the grader knows. */
import { type Check, nodeIds } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { REFUSES } from '../../register-claims.ts'
import {
  cutBetween,
  cutsInRounds,
  registerScenario,
  registerSwarm,
  restartsInTheMiddle,
  roughBetween,
  roundsEnd,
  sizeFor,
  slowSendersInTurn,
} from '../../register-scenarios.ts'
import { lateCopies, storedAndLost } from '../../register-stories.ts'

export const hidden: readonly Check[] = [
  {
    id: 'no-side-is-a-majority',
    title: 'An even number of nodes, cut in half, and five in three parts',
    claims: REFUSES,
    seedCount: 10,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [4, 5])
      const nodes = nodeIds(nodeCount)
      const groups = [nodes.slice(0, 2), nodes.slice(2, 4), nodes.slice(4)]
      return registerScenario({
        id: 'cap/04-refuse/no-side-is-a-majority',
        seed,
        nodeCount,
        nemesis: cutBetween(
          groups.filter((group) => group.length > 0),
          { at: 300 * MS, untilMicros: 2_300 * MS },
        ),
        safetyMicros: 2_500 * MS,
      })
    },
  },
  {
    id: 'lost-and-repeated',
    title: 'Messages between nodes are lost, repeated and late',
    claims: REFUSES,
    seedCount: 16,
    scenario: (seed) => {
      const rounds = { seed, nodeCount: sizeFor(seed, [3, 4, 5]), rounds: 1 }
      return registerScenario({
        id: 'cap/04-refuse/lost-and-repeated',
        seed,
        nodeCount: rounds.nodeCount,
        nemesis: [roughBetween(rounds.nodeCount), ...cutsInRounds(rounds)],
        safetyMicros: roundsEnd(rounds),
        gapMicrosMax: 120 * MS,
      })
    },
  },
  {
    id: 'many-writers',
    title: 'Many requests at every node at once',
    claims: REFUSES,
    seedCount: 12,
    scenario: (seed) =>
      registerScenario({
        id: 'cap/04-refuse/many-writers',
        seed,
        nodeCount: 3,
        nemesis: registerSwarm(seed, 3, ['isolate', 'one-way', 'clog'], 800 * MS),
        safetyMicros: SECOND,
        gapMicrosMax: 25 * MS,
      }),
  },
  {
    id: 'everything-at-once',
    title: 'All faults, in mixtures that change with the seed',
    claims: REFUSES,
    seedCount: 16,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [3, 4, 5])
      return registerScenario({
        id: 'cap/04-refuse/everything-at-once',
        seed,
        nodeCount,
        nemesis: [
          roughBetween(nodeCount),
          ...registerSwarm(
            seed,
            nodeCount,
            ['partition', 'isolate', 'one-way', 'bridge', 'crash', 'pause', 'clog', 'drift'],
            2 * SECOND,
          ),
        ],
        safetyMicros: 2_200 * MS,
        gapMicrosMax: 120 * MS,
      })
    },
  },
  {
    id: 'restarts-in-the-middle',
    title: 'Two nodes cannot hear each other, and the third restarts in the midst of its work',
    claims: REFUSES,
    seedCount: 20,
    scenario: (seed) =>
      registerScenario({
        id: 'cap/04-refuse/restarts-in-the-middle',
        seed,
        nodeCount: 3,
        nemesis: restartsInTheMiddle(seed, 1_200 * MS),
        safetyMicros: 1_300 * MS,
        gapMicrosMax: 60 * MS,
      }),
  },
  {
    id: 'stored-and-lost',
    title: 'Two nodes cannot hear each other, and the third restarts when it has helped to store',
    claims: REFUSES,
    seedCount: 8,
    scenario: (seed) =>
      registerScenario({
        id: 'cap/04-refuse/stored-and-lost',
        seed,
        nodeCount: 3,
        ...storedAndLost(seed),
      }),
  },
  {
    id: 'late-copies',
    title: 'What the writer and the first reader send is late, and readers lose no time',
    claims: REFUSES,
    seedCount: 6,
    scenario: (seed) =>
      registerScenario({
        id: 'cap/04-refuse/late-copies',
        seed,
        nodeCount: 5,
        ...lateCopies(seed),
      }),
  },
  {
    id: 'slow-senders',
    title: 'One node after the other is slow to send, and sends twice',
    claims: REFUSES,
    seedCount: 36,
    scenario: (seed) =>
      registerScenario({
        id: 'cap/04-refuse/slow-senders',
        seed,
        nodeCount: 5,
        nemesis: slowSendersInTurn(seed, 5, { rounds: 2, roundMicros: 700 * MS }),
        safetyMicros: 1_600 * MS,
        gapMicrosMax: 40 * MS,
        writePermille: 120,
        restMicros: 500 * MS,
      }),
  },
]
