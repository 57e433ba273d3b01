import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'E12',
  title: 'Sends heartbeats more seldom than its followers have patience',
  breaks: 'leader-stays',
  patch: [
    {
      find: 'const HEARTBEAT_MS = 50',
      replace: 'const HEARTBEAT_MS = 250',
    },
  ],
}
