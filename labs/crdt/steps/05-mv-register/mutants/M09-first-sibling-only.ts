import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M09',
  title: 'A write has seen only the first of the siblings',
  breaks: 'replaces-what-it-saw',
  patch: [
    {
      find: `const seen = joined(state)`,
      replace: `const seen = joined(state.slice(0, 1))`,
    },
  ],
}
