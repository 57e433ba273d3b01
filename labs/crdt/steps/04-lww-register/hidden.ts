/** The checks that only the grader knows. */
import type { Check } from '#core'
import { bySeed, replicaSwarm, replicasScenario } from '../../../shared-scenarios/replicas.ts'
import { MS } from '../../../shared-scenarios/units.ts'
import { hiddenFamily } from '../../hidden-family.ts'
import { lastWriterWins } from './checks.ts'
import { clocksApart } from './clocks.ts'

const { claims, command } = lastWriterWins

export const hidden: readonly Check[] = [
  ...hiddenFamily(lastWriterWins),
  {
    id: 'clocks-that-jump',
    title: 'Clocks jump and drift, and replicas crash',
    claims,
    seedCount: 16,
    scenario: (seed) => {
      const nodeCount = bySeed(seed, [2, 3, 4])
      return replicasScenario({
        id: 'crdt/04-lww-register/clocks-that-jump',
        seed,
        nodeCount,
        command,
        nemesis: [
          ...clocksApart(seed, nodeCount),
          ...replicaSwarm(seed, nodeCount, ['jump', 'drift', 'crash', 'partition'], 1_000 * MS),
        ],
        safetyMicros: 1_200 * MS,
      })
    },
  },
]
