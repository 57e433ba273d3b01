import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H15',
  title: 'Answers each state with its own',
  breaks: 'messages-in-bounds',
  patch: [
    {
      find: `    this.keep(merge(this.state, state))
`,
      replace: `    this.keep(merge(this.state, state))
    this.broadcast({ type: 'State', state: this.state })
`,
    },
  ],
}
