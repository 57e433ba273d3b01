import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S04',
  title: 'Waits for a majority whatever R and W are',
  breaks: 'acknowledged-writes-stay',
  patch: [
    {
      find: `    const needed = request.command.op === 'get' ? this.r : this.w
`,
      replace: `    const needed = Math.floor(this.n / 2) + 1
`,
    },
  ],
}
