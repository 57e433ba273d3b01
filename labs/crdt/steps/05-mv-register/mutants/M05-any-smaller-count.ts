import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M05',
  title: 'One smaller count makes a version the earlier one',
  breaks: 'shows-what-was-written',
  patch: [
    {
      find: `  return isWithin && nodes.some`,
      replace: `  return isWithin || nodes.some`,
    },
  ],
}
