import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'J16',
  title: 'Calls everything possible',
  breaks: 'judges-rightly',
  patch: [
    {
      find: `    return this.canGoOn(told, null)
`,
      replace: `    return this.canGoOn(told, null) || told.length > 0
`,
    },
  ],
}
