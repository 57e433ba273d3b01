/** The checks that only the grader knows. */
import { type Check, nodeIds, Prng } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { ANSWERS } from '../../register-claims.ts'
import {
  AT_ONCE_TIMEOUT_MICROS,
  cutBetween,
  registerScenario,
  registerSwarm,
  restartsMidWork,
  roughBetween,
  sizeFor,
} from '../../register-scenarios.ts'
import { ownWords } from '../../register-stories.ts'
import { restartAt } from '../../scenarios.ts'

export const hidden: readonly Check[] = [
  {
    id: 'clocks-apart',
    title: 'The clocks of the nodes are seconds apart',
    claims: ANSWERS,
    seedCount: 10,
    scenario: (seed) => {
      const prng = new Prng(seed, 'clocks')
      return registerScenario({
        id: 'cap/05-answer/clocks-apart',
        seed,
        nodeCount: 3,
        nemesis: [
          ...nodeIds(3).map((node) => ({
            at: 10 * MS,
            fault: {
              kind: 'jump',
              target: { kind: 'node', node },
              byMicros: prng.between(0, 5 * SECOND),
            } as const,
          })),
          ...registerSwarm(seed, 3, ['isolate', 'jump', 'drift'], SECOND),
        ],
        safetyMicros: 1_200 * MS,
        timeoutMicros: AT_ONCE_TIMEOUT_MICROS,
        gapMicrosMax: 60 * MS,
      })
    },
  },
  {
    id: 'lost-and-repeated',
    title: 'Messages between nodes are lost, repeated and late',
    claims: ANSWERS,
    seedCount: 12,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [2, 3, 5])
      return registerScenario({
        id: 'cap/05-answer/lost-and-repeated',
        seed,
        nodeCount,
        nemesis: [roughBetween(nodeCount), ...registerSwarm(seed, nodeCount, ['isolate'], SECOND)],
        safetyMicros: SECOND,
        timeoutMicros: AT_ONCE_TIMEOUT_MICROS,
        gapMicrosMax: 60 * MS,
      })
    },
  },
  {
    id: 'last-words-in-a-cut',
    title: 'The last writes fall in a cut, and nobody writes afterwards',
    claims: ANSWERS,
    seedCount: 10,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [3, 4])
      const nodes = nodeIds(nodeCount)
      const safetyMicros = 900 * MS
      const scenario = registerScenario({
        id: 'cap/05-answer/last-words-in-a-cut',
        seed,
        nodeCount,
        nemesis: [
          ...nodes.map((node, index) => restartAt(node, (150 + 40 * index) * MS)),
          ...cutBetween([nodes.slice(0, 1), nodes.slice(1)], {
            at: 400 * MS,
            untilMicros: safetyMicros,
          }),
        ],
        safetyMicros,
        timeoutMicros: AT_ONCE_TIMEOUT_MICROS,
        gapMicrosMax: 60 * MS,
      })
      const operations = scenario.operations.filter(({ at }) => at < safetyMicros - 100 * MS)
      return { ...scenario, operations }
    },
  },
  {
    id: 'restarts-in-the-middle',
    title: 'Nodes restart right after they have answered',
    claims: ANSWERS,
    seedCount: 20,
    scenario: (seed) =>
      registerScenario({
        id: 'cap/05-answer/restarts-in-the-middle',
        seed,
        nodeCount: 3,
        nemesis: restartsMidWork(seed, 3, { fromMicros: 150 * MS, untilMicros: SECOND }),
        safetyMicros: 1_100 * MS,
        timeoutMicros: AT_ONCE_TIMEOUT_MICROS,
        gapMicrosMax: 25 * MS,
        writePermille: 250,
      }),
  },
  {
    id: 'own-words',
    title: 'A client reads what it wrote, at a node that has restarted in a cut',
    claims: ANSWERS,
    seedCount: 6,
    scenario: (seed) =>
      registerScenario({
        id: 'cap/05-answer/own-words',
        seed,
        nodeCount: 3,
        ...ownWords(seed, AT_ONCE_TIMEOUT_MICROS),
      }),
  },
  {
    id: 'everything-at-once',
    title: 'All faults, in mixtures that change with the seed',
    claims: ANSWERS,
    seedCount: 16,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [3, 4, 5])
      return registerScenario({
        id: 'cap/05-answer/everything-at-once',
        seed,
        nodeCount,
        nemesis: [
          roughBetween(nodeCount),
          ...registerSwarm(
            seed,
            nodeCount,
            ['partition', 'isolate', 'one-way', 'bridge', 'crash', 'clog', 'drift', 'jump'],
            1_200 * MS,
          ),
        ],
        safetyMicros: 1_400 * MS,
        timeoutMicros: AT_ONCE_TIMEOUT_MICROS,
        gapMicrosMax: 80 * MS,
      })
    },
  },
]
