import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C16',
  title: 'Applies an operation each time that it arrives',
  breaks: 'no-duplication',
  patch: [
    {
      find: `      this.early.push(...message.operations)
      this.applyReady()`,
      replace: `      for (const operation of message.operations) this.apply(operation)`,
    },
  ],
}
