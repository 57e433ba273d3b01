import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'W13',
  title: 'A replica does not overwrite its own value',
  breaks: 'shows-what-was-written',
  patch: [
    {
      find: `return { value, time: state.time + 1, writer: this.id }`,
      replace: `return state.writer === this.id ? { ...state, value: null } : { value, time: state.time + 1, writer: this.id }`,
    },
  ],
}
