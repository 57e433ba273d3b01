import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C04',
  title: 'A decrement lowers the own count',
  breaks: 'counts-each-once',
  patch: [
    {
      find: `return { added, taken: raised(taken, this.id, by) }`,
      replace: `return { added: raised(added, this.id, -by), taken }`,
    },
  ],
}
