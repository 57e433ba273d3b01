import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B11',
  title: 'Keeps the value on disk and counts from nothing after a restart',
  breaks: 'read-your-writes',
  patch: [
    {
      find: `    if (kept !== undefined) this.show(kept)
`,
      replace: `    if (kept !== undefined) this.show({ ...kept, count: 0 })
`,
    },
  ],
}
