import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L08',
  title: 'Removes by counters, whoever the letters are from',
  breaks: 'edit-takes-effect',
  patch: [
    {
      find: `      if (cell.id.node === node && counter`,
      replace: `      if (node !== '' && counter`,
    },
  ],
}
