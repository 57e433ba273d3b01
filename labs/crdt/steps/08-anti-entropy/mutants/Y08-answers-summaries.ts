import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Y08',
  title: 'Every summary is answered with one',
  breaks: 'gossip-in-bounds',
  patch: [
    {
      find: `    const delta = this.missing(this.state, message.summary)
`,
      replace: `    this.send(from, { type: 'Have', summary: this.summary(this.state) })
    const delta = this.missing(this.state, message.summary)
`,
    },
  ],
}
