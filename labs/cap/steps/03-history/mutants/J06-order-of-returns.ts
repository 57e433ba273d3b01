import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'J06',
  title: 'Takes the order of the returns for the order of effects',
  breaks: 'judges-rightly',
  patch: [
    {
      find: `      if (left.some(({ to }) => to !== null && to < next.from)) return false
`,
      replace: `      if (left.some(({ to }) => to !== null && to < (next.to ?? 1_000_000))) return false
`,
    },
  ],
}
