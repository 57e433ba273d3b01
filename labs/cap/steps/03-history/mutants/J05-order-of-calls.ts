import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'J05',
  title: 'Takes the order of the calls for the order of effects',
  breaks: 'judges-rightly',
  patch: [
    {
      find: `      if (left.some(({ to }) => to !== null && to < next.from)) return false
`,
      replace: `      if (left.some(({ from }) => from < next.from)) return false
`,
    },
  ],
}
