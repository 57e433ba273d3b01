import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D02',
  title: 'Merging keeps the own clock',
  breaks: 'merge-laws',
  patch: [
    {
      find: `clock: larger(a.clock, b.clock), elements`,
      replace: `clock: a.clock, elements`,
    },
  ],
}
