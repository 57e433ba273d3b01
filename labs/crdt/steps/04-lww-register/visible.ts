/** The checks that learners see and run in their browser. */
import type { Check } from '#core'
import { replicasScenario } from '../../../shared-scenarios/replicas.ts'
import { MS } from '../../../shared-scenarios/units.ts'
import { visibleFamily } from '../../visible-family.ts'
import { lastWriterWins } from './checks.ts'
import { clocksApart } from './clocks.ts'

const { claims, command } = lastWriterWins

export const visible: readonly Check[] = [
  ...visibleFamily(lastWriterWins),
  {
    id: 'clocks-apart',
    title: 'Clocks that are up to two seconds apart',
    claims,
    seedCount: 8,
    scenario: (seed) =>
      replicasScenario({
        id: 'crdt/04-lww-register/clocks-apart',
        seed,
        nodeCount: 3,
        command,
        nemesis: clocksApart(seed, 3),
        safetyMicros: 800 * MS,
      }),
  },
]
