import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B14',
  title: 'Never replaces a value that it has',
  breaks: 'converges-within',
  patch: [
    {
      find: `    if (isNewer(copy, this.copy)) this.keep(copy)
`,
      replace: `    if (this.value === null) this.keep(copy)
`,
    },
  ],
}
