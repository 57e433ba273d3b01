import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C07',
  title: 'Does not put the rules back after a restart',
  breaks: 'cut-is-complete',
  patch: [
    {
      find: `    if (groups !== undefined && groups !== null) this.install(groups)
`,
      replace: `    if (groups !== undefined && groups !== null) this.note('a cut stands')
`,
    },
  ],
}
