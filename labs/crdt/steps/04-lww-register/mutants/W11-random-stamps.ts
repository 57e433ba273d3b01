import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'W11',
  title: 'Stamps are drawn at random',
  breaks: 'replaces-what-it-saw',
  patch: [
    {
      find: `time: state.time + 1, writer`,
      replace: `time: state.time + this.randomInt(-3, 3), writer`,
    },
  ],
}
