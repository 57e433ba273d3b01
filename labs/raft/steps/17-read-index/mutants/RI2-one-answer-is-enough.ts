import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'RI2',
  title: 'Asks one follower instead of a majority',
  breaks: 'linearizable',
  patch: [
    {
      find: `      if (this.lastApplied >= index && this.isMajority(new Set(holders)))
`,
      replace: `      const isConfirmed = holders.length > 1 && this.matchIndex.size > 0
      if (this.lastApplied >= index && isConfirmed)
`,
    },
  ],
}
