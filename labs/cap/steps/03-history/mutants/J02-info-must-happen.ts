import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'J02',
  title: 'Demands that every info write took effect',
  breaks: 'judges-rightly',
  patch: [
    {
      find: `    if (left.every(({ end }) => end === 'info')) return true
`,
      replace: `    if (left.length === 0) return true
`,
    },
    {
      find: `      if (left.some(({ to }) => to !== null && to < next.from)) return false
`,
      replace: `      if (left.some(({ to, end, from }) => to !== null && to < next.from)) return false
      if (next.end === 'info' && left.some((each) => each.end !== 'info' && each.from > next.from + 3)) return false
`,
    },
  ],
}
