import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R64',
  title: 'Does not know the term of the entry that the snapshot ends with',
  breaks: 'finds-place-soon',
  patch: [
    {
      find: `    if (index === this.snapshotIndex) return this.snapshotTerm
`,
      replace: '',
    },
  ],
}
