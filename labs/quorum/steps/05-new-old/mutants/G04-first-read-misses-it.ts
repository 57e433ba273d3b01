import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G04',
  title: 'The first read does not hear the replica that knows',
  breaks: 'shows-anomaly',
  patch: [
    {
      find: `    if (operation === 3 && type === 'Fetch') return isWitness ? FAST_MS : LATER_MS
`,
      replace: `    if (operation === 3 && type === 'Fetch') return isWitness ? LATER_MS : FAST_MS
`,
    },
  ],
}
