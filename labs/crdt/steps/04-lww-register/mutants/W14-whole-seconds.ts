import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'W14',
  title: 'The clock is cut to whole seconds, and the count breaks ties',
  breaks: 'replaces-what-it-saw',
  patch: [
    {
      find: `return { value, time: state.time + 1, writer: this.id }`,
      replace: `return { value, time: Math.floor(this.now() / 1_000) * 100 + (state.time % 100) + 1, writer: this.id }`,
    },
  ],
}
