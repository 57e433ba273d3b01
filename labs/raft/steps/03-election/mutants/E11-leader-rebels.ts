import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'E11',
  title: 'A leader loses patience with itself',
  breaks: 'leader-stays',
  patch: [
    {
      find: `    this.cancelTimer('election')
`,
      replace: '',
    },
    {
      find: `if (name === 'election' && this.role !== 'leader')`,
      replace: `if (name === 'election')`,
    },
  ],
}
