import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G13',
  title: 'Both reads hear the replica that has it',
  breaks: 'shows-anomaly',
  patch: [
    {
      find: `    if (operation === 4 && type === 'Fetch') return isWitness ? 'lost' : 1
`,
      replace: `    if (operation === 4 && type === 'Fetch') return isWitness ? 1 : 20
`,
    },
  ],
}
