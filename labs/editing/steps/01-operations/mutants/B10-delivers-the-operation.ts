import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B10',
  title: 'Hands out the operation instead of the command',
  breaks: 'no-creation',
  patch: [
    {
      find: `    this.deliver(command)`,
      replace: `    this.deliver(operation as unknown as Command)`,
    },
  ],
}
