import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'J14',
  title: 'Takes the first operation that may come next, and never goes back',
  breaks: 'judges-rightly',
  patch: [
    {
      find: `    return left.some((next) => {
`,
      replace: `    const first = left.find((each) => !left.some(({ to }) => to !== null && to < each.from) && (each.kind === 'write' || each.value === value))
    return left.some((next) => {
      if (next !== first) return false
`,
    },
  ],
}
