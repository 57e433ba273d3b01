import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D15',
  title: 'Keeps the answers of the first phase for the second',
  breaks: 'majority-answers',
  patch: [
    {
      find: `    task.answers = new Set([this.id])
`,
      replace: '',
    },
  ],
}
