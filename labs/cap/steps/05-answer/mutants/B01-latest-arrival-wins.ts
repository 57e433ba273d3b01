import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B01',
  title: 'Takes over whatever arrives',
  breaks: 'read-your-writes',
  patch: [
    {
      find: `    if (isNewer(copy, this.copy)) this.keep(copy)
`,
      replace: `    this.keep(copy)
`,
    },
  ],
}
