/** The lab on cuts and on the choice that they force: what its folder holds. */
import * as kit from '../kit/index.ts'
import type { Lab } from '../kit/lab.ts'
import * as driverKit from './kits/driver.ts'
import * as hostsKit from './kits/hosts.ts'
import * as judgeKit from './kits/judge.ts'
import * as registerKit from './kits/register.ts'
import * as siblingsKit from './kits/siblings.ts'
import { cut } from './steps/01-cut/step.ts'
import { outcomes } from './steps/02-outcomes/step.ts'
import { history } from './steps/03-history/step.ts'
import { refuse } from './steps/04-refuse/step.ts'
import { answer } from './steps/05-answer/step.ts'
import { heal } from './steps/06-heal/step.ts'

export const cap: Lab = {
  id: 'cap',
  version: 3,
  title: 'Cut and choose',
  summary:
    'Cut a cluster in two, read what its clients saw, and build both answers to a cut: the register that refuses and the one that answers, with the healing that the second one needs.',
  steps: [cut, outcomes, history, refuse, answer, heal],
  modules: {
    netsplit: kit,
    'netsplit/cap-hosts': hostsKit,
    'netsplit/cap-driver': driverKit,
    'netsplit/cap-judge': judgeKit,
    'netsplit/cap-register': registerKit,
    'netsplit/cap-siblings': siblingsKit,
  },
  ribbons: [
    { field: 'value', label: 'value' },
    { field: 'values', label: 'values' },
  ],
  noise: [],
  lessons: ['kinds-of-cut', 'reading-a-history', 'cp-ap-and-neither', 'healing'],
}
