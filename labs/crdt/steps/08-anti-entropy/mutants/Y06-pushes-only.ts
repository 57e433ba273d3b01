import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Y06',
  title: 'No summaries are sent',
  breaks: 'converges-within',
  patch: [
    {
      find: `    this.broadcast({ type: 'Have', summary: this.summary(this.state) })
`,
      replace: ``,
    },
  ],
}
