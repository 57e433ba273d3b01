import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H03',
  title: 'Takes the state that arrives for its own',
  breaks: 'no-value-lost',
  patch: [
    {
      find: `    this.keep(merge(this.state, state))
`,
      replace: `    this.keep(state)
`,
    },
  ],
}
