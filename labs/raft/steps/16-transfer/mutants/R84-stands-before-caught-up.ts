import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R84',
  title: 'Tells the successor to stand although it lacks entries',
  breaks: 'transfer-succeeds',
  patch: [
    {
      find: `    if (to === undefined || (this.matchIndex.get(to) ?? 0) < this.lastIndex) return
`,
      replace: `    if (to === undefined) return
`,
    },
  ],
}
