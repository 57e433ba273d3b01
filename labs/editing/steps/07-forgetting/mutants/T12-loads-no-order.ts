import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T12',
  title: 'Puts the characters in the order of their ids when it starts again',
  breaks: 'one-list-order',
  patch: [
    {
      find: `    this.cells = cells
`,
      replace: `    this.cells = [...cells].sort((a, b) => (isNewer(a.id, b.id) ? 1 : -1))
`,
    },
  ],
}
