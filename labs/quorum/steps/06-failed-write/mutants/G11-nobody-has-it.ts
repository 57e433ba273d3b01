import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G11',
  title: 'All letters of the second put are lost',
  breaks: 'shows-anomaly',
  patch: [
    {
      find: `    if (operation === 2 && type === 'Store') return isWitness ? 1 : 'lost'
`,
      replace: `    if (operation === 2 && type === 'Store') return 'lost'
`,
    },
  ],
}
