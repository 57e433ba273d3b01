import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'A05',
  title: 'Answers the client when all replicas are heard and repaired',
  breaks: 'available-with-quorum',
  patch: [
    {
      find: `    if (heard.size < needed) return
`,
      replace: `    if (heard.size < (command.op === 'get' ? this.n : needed)) return
`,
    },
  ],
}
