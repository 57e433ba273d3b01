import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'W06',
  title: 'Only an empty register takes a value from others',
  breaks: 'merge-laws',
  patch: [
    {
      find: `    return isLater(b, a) ? b : a
`,
      replace: `    return a.time === 0 ? b : a
`,
    },
  ],
}
