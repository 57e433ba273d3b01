import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M03',
  title: 'A leader that removes itself counts its own copy',
  breaks: 'commit-has-majority-of-members',
  patch: [
    {
      find: '      if (!this.isMajority(new Set(holders))) continue',
      replace: '      if (holders.length < this.majority) continue',
    },
  ],
}
