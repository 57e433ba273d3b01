import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Y10',
  title: 'Numbers are counted in memory',
  breaks: 'additions-stay',
  patch: [
    {
      find: `    const number = (this.summary(state)[this.id] ?? 0) + 1
`,
      replace: `    const number = ++this.count
`,
    },
    {
      find: `  // The replica
`,
      replace: `  private count = 0

  // The replica
`,
    },
  ],
}
