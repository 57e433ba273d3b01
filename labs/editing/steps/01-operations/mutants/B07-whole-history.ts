import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B07',
  title: 'Sends its whole history every time',
  breaks: 'bytes-in-bounds',
  patch: [
    {
      find: `    this.broadcast({ type: 'Progress', progress: this.progress })
`,
      replace: `    this.broadcast({ type: 'Operations', operations: this.history })
`,
    },
  ],
}
