import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'O06',
  title: 'Takes an error for a late success',
  breaks: 'acknowledged-is-applied',
  patch: [
    {
      find: `    // An error says nothing certain about an add, and a second attempt might be a second add.
`,
      replace: `    else this.end(call, () => this.reply(call, null))
`,
    },
  ],
}
