import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'K08',
  title: 'Answers a comparison that failed with null',
  breaks: 'well-formed-answers',
  patch: [
    {
      find: `return false
`,
      replace: `return null
`,
    },
  ],
}
