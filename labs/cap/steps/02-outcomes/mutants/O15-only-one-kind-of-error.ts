import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'O15',
  title: 'Knows that “leader changed” is uncertain, and no other error',
  breaks: 'refused-is-never-applied',
  patch: [
    {
      find: `    // An error says nothing certain about an add, and a second attempt might be a second add.
`,
      replace: `    else if (answer.type === 'Error' && answer.reason !== 'leader changed') this.end(call, () => this.refuse(call, answer.reason))
`,
    },
  ],
}
