import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S11',
  title: 'Sets no timer',
  breaks: 'answers-in-time',
  patch: [
    {
      find: `    this.setTimer(String(id), PATIENCE_MS)
`,
      replace: ``,
    },
  ],
}
