import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'P19',
  title: 'Goes on sending heartbeats when it has stepped down',
  breaks: 'only-leaders-append',
  patch: [
    {
      find: `if (name === 'heartbeat' && this.role === 'leader')`,
      replace: `if (name === 'heartbeat')`,
    },
  ],
}
