import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G02',
  title: 'The second put is slow for every replica',
  breaks: 'shows-anomaly',
  patch: [
    {
      find: `isWitness ? FAST_MS : SLOW_MS
    // The first`,
      replace: `SLOW_MS
    // The first`,
    },
  ],
}
