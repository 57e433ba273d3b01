import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'N01',
  title: 'Leaves the sessions out of the snapshot',
  breaks: 'appends-once',
  patch: [{ find: '      sessions: [...this.sessions],', replace: '      sessions: [],' }],
}
