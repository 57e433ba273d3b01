import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G14',
  title: 'Neither read hears the replica that has it',
  breaks: 'shows-anomaly',
  patch: [
    {
      find: `    if (operation === 3 && type === 'Fetch') return isWitness ? 1 : 20
`,
      replace: `    if (operation === 3 && type === 'Fetch') return isWitness ? 'lost' : 1
`,
    },
  ],
}
