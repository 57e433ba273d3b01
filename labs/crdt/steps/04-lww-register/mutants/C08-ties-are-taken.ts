import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C08',
  title: 'Of equal stamps the one that arrives wins',
  breaks: 'strong-convergence',
  patch: [
    {
      find: `    return isLater(b, a) ? b : a
`,
      replace: `    return b.time >= a.time ? b : a
`,
    },
  ],
}
