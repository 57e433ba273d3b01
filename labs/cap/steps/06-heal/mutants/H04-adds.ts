import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H04',
  title: 'A write stands beside what was there',
  breaks: 'answers-fit-values',
  patch: [
    {
      find: 'writes: [write] }',
      replace: 'writes: [...this.state.writes, write] }',
    },
  ],
}
