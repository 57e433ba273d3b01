import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C26',
  title: 'Each replica counts its own writes',
  breaks: 'replaces-what-it-saw',
  patch: [
    {
      find: `return { value, time: state.time + 1, writer: this.id }`,
      replace: `return { value, time: state.writer === this.id ? state.time + 1 : this.own++, writer: this.id }`,
    },
    {
      find: `  // The type
`,
      replace: `  private own = 1

  // The type
`,
    },
  ],
}
