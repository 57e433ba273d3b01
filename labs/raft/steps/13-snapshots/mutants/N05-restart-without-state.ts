import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'N05',
  title: 'After a restart it knows where the snapshot ends, and not what is in it',
  breaks: 'linearizable',
  patch: [
    {
      find: '    if (snapshot !== undefined) this.restore(snapshot, tail)',
      replace: '    if (snapshot !== undefined) this.restore({ ...snapshot, data: [] }, tail)',
    },
  ],
}
