/** The lab about replicated data types: what its folder holds. */
import * as kit from '../kit/index.ts'
import type { Lab } from '../kit/lab.ts'
import * as countersKit from './kits/counters.ts'
import * as registersKit from './kits/registers.ts'
import * as setsKit from './kits/sets.ts'
import { growingCounter } from './steps/01-g-counter/step.ts'

export const crdt: Lab = {
  id: 'crdt',
  version: 1,
  title: 'Replicated data types',
  summary:
    'Build counters, sets and registers that every replica may change alone, and that agree once the replicas have heard of each other.',
  steps: [growingCounter],
  modules: {
    netsplit: kit,
    'netsplit/crdt-counters': countersKit,
    'netsplit/crdt-sets': setsKit,
    'netsplit/crdt-registers': registersKit,
  },
  ribbons: [{ field: 'shown', label: 'shows' }],
  noise: ['State'],
  lessons: ['eventual-consistency'],
}
