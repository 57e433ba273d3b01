import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B11',
  title: 'A remove takes away only the adds of its own node',
  breaks: 'observed-removes',
  patch: [
    {
      find: `([, item]) => item === command.item)`,
      replace: `([tag, item]) => item === command.item && tag.startsWith(this.id))`,
    },
  ],
}
