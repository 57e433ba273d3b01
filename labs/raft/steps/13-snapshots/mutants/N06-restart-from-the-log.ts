import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'N06',
  title: 'After a restart it does not look for a snapshot',
  breaks: 'acknowledged-entries-stay',
  patch: [
    {
      find: '    if (snapshot !== undefined) this.restore(snapshot, tail)',
      replace: '    if (snapshot !== undefined) this.sessions.clear()',
    },
  ],
}
