/** The checks that only the grader knows. */
import { type Check, nodeIds } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { HEALS } from '../../register-claims.ts'
import {
  AT_ONCE_TIMEOUT_MICROS,
  cutBetween,
  registerScenario,
  registerSwarm,
  restartsMidWork,
  roughBetween,
  sizeFor,
} from '../../register-scenarios.ts'
import { restartAt } from '../../scenarios.ts'

export const hidden: readonly Check[] = [
  {
    id: 'lost-and-repeated',
    title: 'Messages between nodes are lost, repeated and overtaken',
    claims: HEALS,
    seedCount: 14,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [3, 4])
      return registerScenario({
        id: 'cap/06-heal/lost-and-repeated',
        seed,
        nodeCount,
        nemesis: [
          roughBetween(nodeCount),
          ...registerSwarm(seed, nodeCount, ['isolate', 'clog', 'swizzle'], SECOND),
        ],
        safetyMicros: 1_100 * MS,
        timeoutMicros: AT_ONCE_TIMEOUT_MICROS,
        gapMicrosMax: 60 * MS,
      })
    },
  },
  {
    id: 'away-for-long',
    title: 'One node is down for most of the run, and one is alone meanwhile',
    claims: HEALS,
    seedCount: 10,
    scenario: (seed) => {
      const nodes = nodeIds(3)
      const [away, alone, third] = [seed, seed + 1, seed + 2].map((n) => nodes[n % 3] ?? 'n1')
      const others = [away, third].flatMap((node) => node ?? [])
      return registerScenario({
        id: 'cap/06-heal/away-for-long',
        seed,
        nodeCount: 3,
        nemesis: [
          restartAt(away ?? 'n1', 250 * MS, 900 * MS),
          ...cutBetween([[alone ?? 'n2'], others], { at: 400 * MS, untilMicros: 1_300 * MS }),
        ],
        safetyMicros: 1_400 * MS,
        timeoutMicros: AT_ONCE_TIMEOUT_MICROS,
        gapMicrosMax: 80 * MS,
      })
    },
  },
  {
    id: 'last-words-in-a-cut',
    title: 'The last writes fall in a cut, and nobody writes afterwards',
    claims: HEALS,
    seedCount: 10,
    scenario: (seed) => {
      const nodes = nodeIds(4)
      const safetyMicros = 800 * MS
      const scenario = registerScenario({
        id: 'cap/06-heal/last-words-in-a-cut',
        seed,
        nodeCount: 4,
        nemesis: [
          ...nodes.map((node, index) => restartAt(node, (100 + 40 * index) * MS)),
          ...cutBetween([nodes.slice(0, 1), nodes.slice(1, 2), nodes.slice(2)], {
            at: 350 * MS,
            untilMicros: safetyMicros,
          }),
        ],
        safetyMicros,
        timeoutMicros: AT_ONCE_TIMEOUT_MICROS,
        gapMicrosMax: 80 * MS,
      })
      const operations = scenario.operations.filter(({ at }) => at < safetyMicros - 120 * MS)
      return { ...scenario, operations }
    },
  },
  {
    id: 'restarts-in-the-middle',
    title: 'Nodes restart in the midst of their work',
    claims: HEALS,
    seedCount: 20,
    scenario: (seed) =>
      registerScenario({
        id: 'cap/06-heal/restarts-in-the-middle',
        seed,
        nodeCount: 3,
        nemesis: restartsMidWork(seed, 3, { fromMicros: 150 * MS, untilMicros: SECOND }),
        safetyMicros: 1_100 * MS,
        timeoutMicros: AT_ONCE_TIMEOUT_MICROS,
        gapMicrosMax: 30 * MS,
      }),
  },
  {
    id: 'everything-at-once',
    title: 'All faults, in mixtures that change with the seed',
    claims: HEALS,
    seedCount: 16,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [2, 3, 4])
      return registerScenario({
        id: 'cap/06-heal/everything-at-once',
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
