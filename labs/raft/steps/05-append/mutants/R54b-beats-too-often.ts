import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R54b',
  title: 'Sends a heartbeat every ten milliseconds',
  breaks: 'traffic-in-bounds',
  patch: [
    {
      find: 'const HEARTBEAT_MS = 50',
      replace: 'const HEARTBEAT_MS = 10',
    },
  ],
}
