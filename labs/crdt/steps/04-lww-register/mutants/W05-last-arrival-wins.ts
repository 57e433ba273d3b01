import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'W05',
  title: 'What arrives replaces what is there',
  breaks: 'merge-laws',
  patch: [
    {
      find: `    return isLater(b, a) ? b : a
`,
      replace: `    return b.time > 0 ? b : a
`,
    },
  ],
}
