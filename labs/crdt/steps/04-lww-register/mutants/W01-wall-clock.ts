import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'W01',
  title: 'A write is stamped with the clock of its replica',
  breaks: 'replaces-what-it-saw',
  patch: [
    {
      find: `return { value, time: state.time + 1, writer: this.id }`,
      replace: `return { value, time: this.now() + 0 * state.time, writer: this.id }`,
    },
  ],
}
