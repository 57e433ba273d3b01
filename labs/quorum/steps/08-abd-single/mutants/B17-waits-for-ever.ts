import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B17',
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
