/** The lab about quorums: what its folder holds. */
import * as kit from '../kit/index.ts'
import type { Lab } from '../kit/lab.ts'
import * as abdKit from './kits/abd.ts'
import * as hintsKit from './kits/hints.ts'
import * as networkKit from './kits/network.ts'
import * as storeKit from './kits/store.ts'
import { readWrite } from './steps/01-read-write/step.ts'
import { readRepair } from './steps/02-read-repair/step.ts'
import { handoff } from './steps/03-handoff/step.ts'
import { sloppy } from './steps/04-sloppy/step.ts'
import { newOld } from './steps/05-new-old/step.ts'
import { failedWrite } from './steps/06-failed-write/step.ts'
import { fastClock } from './steps/07-fast-clock/step.ts'
import { abdSingle } from './steps/08-abd-single/step.ts'
import { abdMulti } from './steps/09-abd-multi/step.ts'

export const quorum: Lab = {
  id: 'quorum',
  version: 3,
  title: 'Quorums',
  summary:
    'Build a replicated store of N, R and W, find out what its overlapping quorums do not promise, and build a register that does.',
  steps: [
    readWrite,
    readRepair,
    handoff,
    sloppy,
    newOld,
    failedWrite,
    fastClock,
    abdSingle,
    abdMulti,
  ],
  modules: {
    netsplit: kit,
    'netsplit/quorum': storeKit,
    'netsplit/quorum-hints': hintsKit,
    'netsplit/quorum-network': networkKit,
    'netsplit/quorum-abd': abdKit,
  },
  ribbons: [{ field: 'keeps', label: 'keeps' }],
  noise: [],
  lessons: ['the-three-of-cap-precisely'],
}
