import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C07',
  title: 'Of equal stamps each replica keeps its own',
  breaks: 'strong-convergence',
  patch: [
    {
      find: `  return a.writer > b.writer
`,
      replace: `  return false
`,
    },
  ],
}
