import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L19',
  title: 'Asks the same substitutes again and again',
  breaks: 'messages-in-bounds',
  patch: [
    {
      find: `      asked.add(substitute)
`,
      replace: ``,
    },
    {
      find: `const MORE_MS = 50`,
      replace: `const MORE_MS = 1`,
    },
  ],
}
