import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G16',
  title: 'The second put finds its quorum',
  breaks: 'shows-anomaly',
  patch: [
    {
      find: `    if (operation === 2 && type === 'Store') return isWitness ? 1 : 'lost'
`,
      replace: ``,
    },
  ],
}
