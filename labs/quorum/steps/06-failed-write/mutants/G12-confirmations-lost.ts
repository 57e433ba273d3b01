import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G12',
  title: 'Every replica has it, and only the confirmations are lost',
  breaks: 'shows-anomaly',
  patch: [
    {
      find: `    if (operation === 2 && type === 'Store') return isWitness ? 1 : 'lost'
`,
      replace: `    if (operation === 2 && type === 'Stored') return 'lost'
`,
    },
  ],
}
