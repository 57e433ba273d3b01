import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L12',
  title: 'One confirmation of a substitute is enough',
  breaks: 'acknowledged-by-enough',
  patch: [
    {
      find: `    if (heard.size < needed) return
`,
      replace: `    if (heard.size < needed && !waiting.standsFor.has(from)) return
`,
    },
  ],
}
