import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L02',
  title: 'Gives votes although it has promised not to',
  breaks: 'linearizable',
  patch: [
    {
      find: `      (!this.hearsLeader || message.isTransfer === true) &&
      this.isUpToDate(message)
`,
      replace: `      this.isUpToDate(message)
`,
    },
    {
      find: `      !this.hearsLeader &&
`,
      replace: '',
    },
  ],
}
