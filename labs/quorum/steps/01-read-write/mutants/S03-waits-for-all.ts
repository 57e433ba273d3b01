import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S03',
  title: 'Waits for all N replicas',
  breaks: 'available-with-quorum',
  patch: [
    {
      find: `    const needed = request.command.op === 'get' ? this.r : this.w
`,
      replace: `    const needed = this.n
`,
    },
  ],
}
