import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D11',
  title: 'The disk keeps the elements without the clock',
  breaks: 'removes-what-it-saw',
  patch: [
    {
      find: `this.disk.write('state', this.state)`,
      replace: `this.disk.write('state', { ...this.state, clock: {} })`,
    },
  ],
}
