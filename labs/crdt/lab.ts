/** The lab about replicated data types: what its folder holds. */
import * as kit from '../kit/index.ts'
import type { Lab } from '../kit/lab.ts'
import * as antiEntropyKit from './kits/anti-entropy.ts'
import * as countersKit from './kits/counters.ts'
import * as registersKit from './kits/registers.ts'
import * as setsKit from './kits/sets.ts'
import { growingCounter } from './steps/01-g-counter/step.ts'
import { counter } from './steps/02-pn-counter/step.ts'
import { twoPhaseSet } from './steps/03-sets/step.ts'
import { lastWriterWins } from './steps/04-lww-register/step.ts'
import { multiValue } from './steps/05-mv-register/step.ts'
import { observedRemove } from './steps/06-or-set/step.ts'
import { withoutTombstones } from './steps/07-or-set-without-tombstones/step.ts'
import { feed } from './steps/08-anti-entropy/step.ts'

export const crdt: Lab = {
  id: 'crdt',
  version: 2,
  title: 'Replicated data types',
  summary:
    'Build counters, sets and registers that every replica may change alone, and that agree once the replicas have heard of each other.',
  steps: [
    growingCounter,
    counter,
    twoPhaseSet,
    lastWriterWins,
    multiValue,
    observedRemove,
    withoutTombstones,
    feed,
  ],
  modules: {
    netsplit: kit,
    'netsplit/crdt-counters': countersKit,
    'netsplit/crdt-sets': setsKit,
    'netsplit/crdt-registers': registersKit,
    'netsplit/crdt-anti-entropy': antiEntropyKit,
  },
  ribbons: [{ field: 'shown', label: 'shows' }],
  noise: ['State', 'Have'],
  lessons: ['eventual-consistency'],
}
