import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T06',
  title: 'Takes the counter from the characters that are left after a restart',
  breaks: 'one-list-order',
  patch: [
    {
      find: `    this.counter = counter
`,
      replace: `    this.counter = Math.min(counter, Math.max(0, ...cells.map(({ id }) => id.counter)))
`,
    },
  ],
}
