import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S01',
  title: 'An element that is not there gets a tombstone too',
  breaks: 'additions-stay',
  patch: [
    {
      find: `    if (!this.value(state).includes(element)) return state
`,
      replace: ``,
    },
  ],
}
