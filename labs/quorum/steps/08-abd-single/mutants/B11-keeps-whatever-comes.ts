import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B11',
  title: 'Keeps whatever comes last, however old it is',
  breaks: 'acknowledged-writes-stay',
  patch: [
    {
      find: `    if (newest !== copy) return
`,
      replace: ``,
    },
  ],
}
