import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L20',
  title: 'Sets no timer for giving up',
  breaks: 'answers-in-time',
  patch: [
    {
      find: `    this.setTimer(String(id), PATIENCE_MS)
`,
      replace: ``,
    },
  ],
}
