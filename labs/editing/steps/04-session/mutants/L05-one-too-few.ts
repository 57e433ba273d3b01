import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L05',
  title: 'Counts one letter too few of each insert',
  breaks: 'edit-takes-effect',
  patch: [
    {
      find: `Math.max(this.counter, id.counter + text.length - 1)`,
      replace: `Math.max(this.counter, id.counter + text.length - 2)`,
    },
  ],
}
