import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'J08',
  title: 'Takes operations that touch in one moment for one after the other',
  breaks: 'judges-rightly',
  patch: [
    {
      find: `      if (left.some(({ to }) => to !== null && to < next.from)) return false
`,
      replace: `      if (left.some((each) => each !== next && each.to !== null && each.to <= next.from)) return false
`,
    },
  ],
}
