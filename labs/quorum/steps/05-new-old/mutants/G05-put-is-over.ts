import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G05',
  title: 'The second put is over before the reads begin',
  breaks: 'shows-anomaly',
  patch: [
    {
      find: `isWitness ? FAST_MS : SLOW_MS
    // The first`,
      replace: `isWitness ? FAST_MS : 60
    // The first`,
    },
  ],
}
