import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Q13',
  title: 'Takes a hint for a confirmation',
  breaks: 'acknowledged-writes-stay',
  patch: [
    {
      find: `    const needed = command.op === 'get' ? this.r : this.w
`,
      replace: `    const needed = command.op === 'get' ? this.r : Math.min(this.w, 1)
`,
    },
  ],
}
