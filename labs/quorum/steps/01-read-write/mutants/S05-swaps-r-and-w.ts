import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S05',
  title: 'Waits for R to write and for W to read',
  breaks: 'acknowledged-writes-stay',
  patch: [
    {
      find: `? this.r : this.w`,
      replace: `? this.w : this.r`,
    },
  ],
}
