import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L05',
  title: 'Says nothing to clients that ask the wrong node',
  breaks: 'refuses-and-names-leader',
  patch: [
    {
      find: `    if (this.role !== 'leader') return this.refuse(request, this.leaderHint)
`,
      replace: `    if (this.role !== 'leader') return
`,
    },
  ],
}
