import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'P15',
  title: 'A leader counts everybody who has ever answered it',
  breaks: 'leader-hears-majority',
  patch: [
    {
      find: `    const hears = this.heardFrom.size + 1 >= this.majority
    this.heardFrom.clear()
`,
      replace: `    const hears = this.heardFrom.size + 1 >= this.majority
`,
    },
  ],
}
