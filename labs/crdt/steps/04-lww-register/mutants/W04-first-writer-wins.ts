import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'W04',
  title: 'The earlier stamp wins',
  breaks: 'replaces-what-it-saw',
  patch: [
    {
      find: `if (a.time !== b.time) return a.time > b.time`,
      replace: `if (a.time !== b.time) return a.time > 0 && (b.time === 0 || a.time < b.time)`,
    },
  ],
}
