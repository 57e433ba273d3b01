import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'W02',
  title: 'Writes its sales down without making them safe',
  breaks: 'shares-add-up',
  patch: [
    {
      find: `    this.disk.sync()
`,
      replace: ``,
    },
  ],
}
