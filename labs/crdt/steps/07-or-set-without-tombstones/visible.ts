/** The checks that learners see and run in their browser. */
import type { Check } from '#core'
import { replicasScenario } from '../../../shared-scenarios/replicas.ts'
import { MS } from '../../../shared-scenarios/units.ts'
import { comingAndGoing } from '../../set-commands.ts'
import { addAgainstRemoval } from '../../set-scenarios.ts'
import { visibleFamily } from '../../visible-family.ts'
import { withoutTombstones } from './checks.ts'

export const visible: readonly Check[] = [
  {
    id: 'add-against-removal',
    title: 'One side of a cut removes what the other adds again',
    claims: withoutTombstones.claims,
    seedCount: 6,
    scenario: (seed) =>
      addAgainstRemoval({ id: 'crdt/07-or-set-without-tombstones/add-against-removal', seed }),
  },
  {
    id: 'come-and-go',
    title: 'Many elements come and go, and few are there at a time',
    claims: withoutTombstones.claims,
    seedCount: 5,
    scenario: (seed) =>
      replicasScenario({
        id: 'crdt/07-or-set-without-tombstones/come-and-go',
        seed,
        nodeCount: 3,
        command: comingAndGoing(),
        gapMicrosMax: 40 * MS,
        safetyMicros: 1_600 * MS,
      }),
  },
  ...visibleFamily(withoutTombstones),
]
