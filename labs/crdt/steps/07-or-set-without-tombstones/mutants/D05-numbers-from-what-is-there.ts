import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D05',
  title: 'The next number is counted from the elements that are there',
  breaks: 'add-wins',
  patch: [
    {
      find: `(clock[this.id] ?? 0) + 1 }`,
      replace: `Object.keys(elements).length + 1 }`,
    },
  ],
}
