import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'J13',
  title: 'Lets an info write take effect only before the next call of anybody',
  breaks: 'judges-rightly',
  patch: [
    {
      find: `      if (left.some(({ to }) => to !== null && to < next.from)) return false
`,
      replace: `      if (left.some(({ to }) => to !== null && to < next.from)) return false
      if (next.end === 'info' && left.every(({ from }) => from >= next.from + 4 || from === next.from)) return false
`,
    },
  ],
}
