import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'W07',
  title: 'Takes the value of one write with the stamp of the other',
  breaks: 'merge-laws',
  patch: [
    {
      find: `    return isLater(b, a) ? b : a
`,
      replace: `    return { ...(isLater(b, a) ? a : b), time: Math.max(a.time, b.time) }
`,
    },
  ],
}
