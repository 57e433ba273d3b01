/** The lab on cuts and on the choice that they force: what its folder holds. */
import * as kit from '../kit/index.ts'
import type { Lab } from '../kit/lab.ts'
import * as hostsKit from './kits/hosts.ts'
import { cut } from './steps/01-cut/step.ts'

export const cap: Lab = {
  id: 'cap',
  version: 1,
  title: 'Cut and choose',
  summary:
    'Cut a cluster in two, read what its clients saw, and build both answers to a cut: the register that refuses and the one that answers, with the healing that the second one needs.',
  steps: [cut],
  modules: {
    netsplit: kit,
    'netsplit/cap-hosts': hostsKit,
  },
  ribbons: [
    { field: 'value', label: 'value' },
    { field: 'values', label: 'values' },
  ],
  noise: [],
  lessons: ['kinds-of-cut', 'reading-a-history', 'cp-ap-and-neither', 'healing'],
}
