import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L04',
  title: 'Counts an insert as one, however many letters it has',
  breaks: 'edit-takes-effect',
  patch: [
    {
      find: `Math.max(this.counter, id.counter + text.length - 1)`,
      replace: `Math.max(this.counter, id.counter)`,
    },
  ],
}
