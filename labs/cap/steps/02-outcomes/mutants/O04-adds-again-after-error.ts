import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'O04',
  title: 'Tries an add again after an error',
  breaks: 'applies-at-most-once',
  patch: [
    {
      find: `    // An error says nothing certain about an add, and a second attempt might be a second add.
`,
      replace: `    else this.try(call)
`,
    },
  ],
}
