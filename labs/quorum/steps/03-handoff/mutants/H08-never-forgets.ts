import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H08',
  title: 'Never forgets a hint',
  breaks: 'hints-are-forgotten',
  patch: [
    {
      find: `    this.hints = this.hints.filter((hint) => !isDone(hint))
`,
      replace: ``,
    },
  ],
}
