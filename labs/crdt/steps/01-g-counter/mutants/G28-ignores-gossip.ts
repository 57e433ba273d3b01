import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G28',
  title: 'What arrives is thrown away',
  breaks: 'counts-each-once',
  patch: [
    {
      find: `    this.state = this.merge(this.state, state)
`,
      replace: `    if (this.state === undefined) this.state = state
`,
    },
  ],
}
