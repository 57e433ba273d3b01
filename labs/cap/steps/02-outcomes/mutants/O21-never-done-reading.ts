import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'O21',
  title: 'Goes on asking for a number that it has told its client already',
  breaks: 'messages-in-bounds',
  patch: [
    {
      find: `    for (const [attempt, { id }] of this.calls) if (id === call.id) this.calls.delete(attempt)
`,
      replace: ``,
    },
  ],
}
