import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B09',
  title: 'Never hands its own commands to the application',
  breaks: 'observed-removes',
  patch: [
    {
      find: `    this.deliver(command)`,
      replace: `    if (origin !== this.id) this.deliver(command)`,
    },
  ],
}
