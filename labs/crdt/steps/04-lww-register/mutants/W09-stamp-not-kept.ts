import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'W09',
  title: 'The value is kept on disk without its stamp',
  breaks: 'replaces-what-it-saw',
  patch: [
    {
      find: `this.disk.write('state', this.state)`,
      replace: `this.disk.write('state', { ...this.state, time: 1 })`,
    },
  ],
}
