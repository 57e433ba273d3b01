import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G09',
  title: 'Each life of a replica counts under a new name, and forgets the old ones',
  breaks: 'counts-each-once',
  patch: [
    {
      find: `  initial(): Counts {
`,
      replace: `  private readonly name = \`r\${this.randomInt(0, 1_000_000)}\`

  initial(): Counts {
`,
    },
    {
      find: `{ ...state, [this.id]: (state[this.id] ?? 0) + by }`,
      replace: `{ ...state, [this.name]: (state[this.name] ?? 0) + by }`,
    },
    {
      find: `    if (kept !== undefined) this.state = kept
`,
      replace: `    if (kept === undefined) this.note('begins')
`,
    },
  ],
}
