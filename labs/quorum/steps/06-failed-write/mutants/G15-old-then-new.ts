import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G15',
  title: 'The first read misses it and the second sees it: it may have taken effect late',
  breaks: 'shows-anomaly',
  patch: [
    {
      find: `return isWitness ? 1 : 20
`,
      replace: `return isWitness ? 'lost' : 1
`,
    },
    {
      find: `type === 'Fetch') return isWitness ? 'lost' : 1
    return 1`,
      replace: `type === 'Fetch') return isWitness ? 1 : 20
    return 1`,
    },
  ],
}
