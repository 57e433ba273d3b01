import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'W08',
  title: 'Merging counts as an event and raises the stamp',
  breaks: 'merge-laws',
  patch: [
    {
      find: `    return isLater(b, a) ? b : a
`,
      replace: `    return isLater(b, a) ? { ...b, time: b.time + 1 } : a
`,
    },
  ],
}
