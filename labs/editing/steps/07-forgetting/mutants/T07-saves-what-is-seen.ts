import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T07',
  title: 'Saves only what is not removed',
  breaks: 'one-list-order',
  patch: [
    {
      find: `return { cells: this.cells, counter: this.counter }`,
      replace: `return { cells: this.visible(), counter: this.counter }`,
    },
  ],
}
