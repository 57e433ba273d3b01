import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G01',
  title: 'Every letter takes a millisecond',
  breaks: 'shows-anomaly',
  patch: [
    {
      find: `    if (operation === 2 && type === 'Store') return isWitness ? FAST_MS : SLOW_MS
`,
      replace: ``,
    },
    {
      find: `    if (operation === 3 && type === 'Fetch') return isWitness ? FAST_MS : LATER_MS
`,
      replace: ``,
    },
    {
      find: `    if (operation === 4 && type === 'Fetch') return isWitness ? SLOW_MS : FAST_MS
`,
      replace: ``,
    },
  ],
}
