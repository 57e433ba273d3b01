import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S11',
  title: 'Gives up in silence',
  breaks: 'answers-in-time',
  patch: [
    {
      find: `    if (isAnswered) return
`,
      replace: `    if (isAnswered || request.id > 0) return
`,
    },
  ],
}
