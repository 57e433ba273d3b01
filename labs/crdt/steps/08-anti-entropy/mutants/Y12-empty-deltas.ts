import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Y12',
  title: 'Sends a Delta when there is nothing to send',
  breaks: 'quiet-when-equal',
  patch: [
    {
      find: `if (Object.keys(delta).length > 0) this.send`,
      replace: `if (Object.keys(delta).length >= 0) this.send`,
    },
  ],
}
