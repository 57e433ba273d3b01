import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G27',
  title: 'What arrives replaces what is there',
  breaks: 'counts-each-once',
  patch: [
    {
      find: `    this.state = this.merge(this.state, state)
`,
      replace: `    this.state = state
`,
    },
  ],
}
