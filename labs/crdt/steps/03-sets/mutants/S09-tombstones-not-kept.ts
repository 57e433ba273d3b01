import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S09',
  title: 'Tombstones are not written to disk',
  breaks: 'removed-for-good',
  patch: [
    {
      find: `this.disk.write('state', this.state)`,
      replace: `this.disk.write('state', { ...this.state, removed: [] })`,
    },
  ],
}
