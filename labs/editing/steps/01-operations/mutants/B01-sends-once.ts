import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B01',
  title: 'Sends each operation once',
  breaks: 'agreement',
  patch: [
    {
      find: `    this.broadcast({ type: 'Progress', progress: this.progress })
`,
      replace: ``,
    },
  ],
}
