import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D20',
  title: 'Forgets the version of its copy in a crash, and keeps the value',
  breaks: 'linearizable',
  patch: [
    {
      find: `    this.version = kept.version
`,
      replace: '',
    },
  ],
}
