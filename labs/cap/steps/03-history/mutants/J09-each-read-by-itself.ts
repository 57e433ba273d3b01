import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'J09',
  title: 'Judges each read as if it were the only one',
  breaks: 'judges-rightly',
  patch: [
    {
      find: `    return this.canGoOn(told, null)
`,
      replace: `    const writes = told.filter(({ kind }) => kind === 'write')
    const reads = told.filter(({ kind }) => kind === 'read')
    return reads.every((read) => this.canGoOn([...writes, read], null))
`,
    },
  ],
}
