import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B15',
  title: 'Takes over news without writing them down',
  breaks: 'causal-convergence',
  patch: [
    {
      find: `    if (isNewer(copy, this.copy)) this.keep(copy)
`,
      replace: `    if (isNewer(copy, this.copy)) this.show(copy)
`,
    },
  ],
}
