import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Y11',
  title: 'The next number is one more than all posts that are known',
  breaks: 'converges-within',
  patch: [
    {
      find: `    const number = (this.summary(state)[this.id] ?? 0) + 1
`,
      replace: `    const number = this.value(state).length + 1
`,
    },
  ],
}
