/** The checks that learners see and run in their browser. */
import type { Check } from '#core'
import { replicasScenario } from '../../../shared-scenarios/replicas.ts'
import { MS } from '../../../shared-scenarios/units.ts'
import { visibleFamily } from '../../visible-family.ts'
import { feed } from './checks.ts'

export const visible: readonly Check[] = [
  ...visibleFamily(feed),
  {
    id: 'far-behind',
    title: 'A replica comes back that lacks dozens of posts',
    claims: feed.claims,
    seedCount: 6,
    scenario: (seed) =>
      replicasScenario({
        id: 'crdt/08-anti-entropy/far-behind',
        seed,
        nodeCount: 3,
        command: feed.command,
        gapMicrosMax: 60 * MS,
        nemesis: [
          {
            at: 60 * MS,
            fault: { kind: 'partition', groups: [['n1'], ['n2', 'n3']], name: 'away' },
          },
          { at: 900 * MS, fault: { kind: 'heal', name: 'away' } },
        ],
        safetyMicros: 900 * MS,
      }),
  },
]
