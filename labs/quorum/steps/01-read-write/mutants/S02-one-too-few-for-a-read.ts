import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S02',
  title: 'Takes R - 1 answers for enough',
  breaks: 'fresh-reads',
  patch: [
    {
      find: `? this.r :`,
      replace: `? this.r - 1 :`,
    },
  ],
}
