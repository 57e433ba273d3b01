import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G08',
  title: 'The second read is answered by nobody in time',
  breaks: 'requests-succeed',
  patch: [
    {
      find: `    if (operation === 4 && type === 'Fetch') return isWitness ? SLOW_MS : FAST_MS
`,
      replace: `    if (operation === 4) return 1_000
`,
    },
  ],
}
