import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'W10',
  title: 'A write has the stamp of what it replaces',
  breaks: 'replaces-what-it-saw',
  patch: [
    {
      find: `time: state.time + 1, writer`,
      replace: `time: Math.max(1, state.time), writer`,
    },
  ],
}
