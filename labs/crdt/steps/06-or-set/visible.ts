/** The checks that learners see and run in their browser. */
import type { Check } from '#core'
import { addAgainstRemoval } from '../../set-scenarios.ts'
import { visibleFamily } from '../../visible-family.ts'
import { observedRemove } from './checks.ts'

export const visible: readonly Check[] = [
  {
    id: 'add-against-removal',
    title: 'One side of a cut removes what the other adds again',
    claims: observedRemove.claims,
    seedCount: 6,
    scenario: (seed) => addAgainstRemoval({ id: 'crdt/06-or-set/add-against-removal', seed }),
  },
  ...visibleFamily(observedRemove),
]
