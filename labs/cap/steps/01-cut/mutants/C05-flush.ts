import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C05',
  title: 'Lifts a cut by flushing both chains',
  breaks: 'house-rules-hold',
  patch: [
    {
      find: `    for (const rule of this.added) this.delete(rule)
`,
      replace: `    this.flush()
`,
    },
  ],
}
