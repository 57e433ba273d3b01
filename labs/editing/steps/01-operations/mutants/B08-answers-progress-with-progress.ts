import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B08',
  title: 'Answers each word about progress with its own',
  breaks: 'bytes-in-bounds',
  patch: [
    {
      find: `      if (missing.length === 0) return
`,
      replace: `      this.send(from, { type: 'Progress', progress: this.progress })
      if (missing.length === 0) return
`,
    },
  ],
}
