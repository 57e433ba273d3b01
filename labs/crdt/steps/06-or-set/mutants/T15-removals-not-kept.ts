import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T15',
  title: 'Removals are not written to disk',
  breaks: 'removes-what-it-saw',
  patch: [
    {
      find: `this.disk.write('state', this.state)`,
      replace: `this.disk.write('state', { ...this.state, gone: [] })`,
    },
  ],
}
