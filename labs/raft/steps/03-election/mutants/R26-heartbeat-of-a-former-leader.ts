import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R26',
  title: 'Sends what it prepared as a leader when it leads no more',
  breaks: 'only-leaders-append',
  patch: [
    {
      find: `if (name === 'heartbeat' && this.role === 'leader')`,
      replace: `if (name === 'heartbeat')`,
    },
  ],
}
