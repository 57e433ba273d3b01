import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'N02',
  title: 'Takes over the index of a snapshot, and not its data',
  breaks: 'linearizable',
  patch: [
    {
      find: `    this.data = new Map(snapshot.data)
`,
      replace: '',
    },
  ],
}
