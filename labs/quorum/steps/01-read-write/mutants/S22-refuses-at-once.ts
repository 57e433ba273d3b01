import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S22',
  title: 'Refuses a read as soon as the first copy is not the newest it knows',
  breaks: 'available-with-quorum',
  patch: [
    {
      find: `    waiting.newest = newerOf(waiting.newest, copy)
`,
      replace: `    const before = waiting.newest
    waiting.newest = newerOf(waiting.newest, copy)
    if (before !== null && waiting.newest !== before) return this.onTimer(String(id))
`,
    },
  ],
}
