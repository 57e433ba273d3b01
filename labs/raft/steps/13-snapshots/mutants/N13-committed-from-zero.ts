import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'N13',
  title: 'Begins with commitIndex 0 after a restart, although it has a snapshot',
  breaks: 'indexes-in-order',
  patch: [
    {
      find: `    this.commitIndex = Math.max(this.commitIndex, snapshot.index)
`,
      replace: '',
    },
  ],
}
