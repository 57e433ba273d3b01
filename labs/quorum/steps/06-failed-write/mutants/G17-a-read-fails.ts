import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G17',
  title: 'The second read hears nobody',
  breaks: 'requests-succeed',
  patch: [
    {
      find: `    if (operation === 4 && type === 'Fetch') return isWitness ? 'lost' : 1
`,
      replace: `    if (operation === 4 && type === 'Fetch') return 'lost'
`,
    },
  ],
}
