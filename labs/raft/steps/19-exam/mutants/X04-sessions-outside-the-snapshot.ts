import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'X04',
  title: 'Takes snapshots without the sessions of its clients',
  breaks: 'appends-once',
  patch: [
    {
      find: '    this.sessions = new Map(snapshot.sessions)',
      replace: '    this.sessions = new Map()',
    },
  ],
}
