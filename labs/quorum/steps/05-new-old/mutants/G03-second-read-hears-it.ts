import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G03',
  title: 'The second read hears the replica that knows',
  breaks: 'shows-anomaly',
  patch: [
    {
      find: `    if (operation === 4 && type === 'Fetch') return isWitness ? SLOW_MS : FAST_MS
`,
      replace: ``,
    },
  ],
}
