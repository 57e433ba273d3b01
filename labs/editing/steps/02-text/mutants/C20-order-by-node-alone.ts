import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C20',
  title: 'Neighbours of the same place stand in the order of their nodes alone',
  breaks: 'edit-takes-effect',
  patch: [
    {
      find: `  return a.counter === b.counter ? a.node > b.node : a.counter > b.counter`,
      replace: `  return a.node > b.node`,
    },
  ],
}
