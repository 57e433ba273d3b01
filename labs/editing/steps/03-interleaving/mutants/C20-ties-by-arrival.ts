import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C20',
  title: 'Characters on the same side stand in the order of their arrival',
  breaks: 'one-list-order',
  patch: [
    {
      find: `    siblings.splice(index < 0 ? siblings.length : index, 0, cell)`,
      replace: `    siblings.splice(index < 0 ? siblings.length : siblings.length, 0, cell)`,
    },
  ],
}
