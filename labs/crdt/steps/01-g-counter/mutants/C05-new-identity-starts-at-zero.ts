import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C05',
  title: 'A replica that starts again counts from zero under its old name',
  breaks: 'counts-each-once',
  patch: [
    {
      find: `    if (kept !== undefined) this.state = kept
`,
      replace: `    if (kept !== undefined) this.state = { ...kept, [this.id]: 0 }
`,
    },
  ],
}
