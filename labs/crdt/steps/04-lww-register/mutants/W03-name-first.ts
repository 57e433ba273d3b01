import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'W03',
  title: 'The name counts more than the stamp',
  breaks: 'replaces-what-it-saw',
  patch: [
    {
      find: `  if (a.time !== b.time) return a.time > b.time
  return a.writer > b.writer
`,
      replace: `  if (a.writer !== b.writer) return a.writer > b.writer
  return a.time > b.time
`,
    },
  ],
}
