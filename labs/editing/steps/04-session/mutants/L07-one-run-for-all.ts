import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L07',
  title: 'Takes the first and the last letter for a row of one writer',
  breaks: 'edit-takes-effect',
  patch: [
    {
      find: `      if (run !== undefined && run[0] === id.node && run[1] + run[2] === id.counter) run[2]++`,
      replace: `      if (run !== undefined) run[2]++`,
    },
  ],
}
