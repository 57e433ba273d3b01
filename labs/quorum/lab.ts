/** The lab about quorums: what its folder holds. */
import * as kit from '../kit/index.ts'
import type { Lab } from '../kit/lab.ts'
import * as storeKit from './kits/store.ts'
import { readWrite } from './steps/01-read-write/step.ts'
import { readRepair } from './steps/02-read-repair/step.ts'

export const quorum: Lab = {
  id: 'quorum',
  version: 1,
  title: 'Quorums',
  summary:
    'Build a replicated store of N, R and W, find out what its overlapping quorums do not promise, and build a register that does.',
  steps: [readWrite, readRepair],
  modules: {
    netsplit: kit,
    'netsplit/quorum': storeKit,
  },
  ribbons: [{ field: 'keeps', label: 'keeps' }],
  noise: [],
  lessons: ['the-three-of-cap-precisely'],
}
