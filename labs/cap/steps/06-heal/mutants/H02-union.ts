import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H02',
  title: 'Takes the union of both sides’ values',
  breaks: 'stays-overwritten',
  patch: [
    {
      find: `  const news = b.writes.filter((write) => !has(a, write) && !hasSeen(a, write))
`,
      replace: `  const news = b.writes.filter((write) => !has(a, write))
`,
    },
  ],
}
