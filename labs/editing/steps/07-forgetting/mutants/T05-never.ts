import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T05',
  title: 'Keeps everything',
  breaks: 'forgets-what-is-gone',
  patch: [
    {
      find: `    let before = -1`,
      replace: `    let before = this.cells.length`,
    },
  ],
}
