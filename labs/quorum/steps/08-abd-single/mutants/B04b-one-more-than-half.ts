import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B04b',
  title: 'Waits for one more than a majority',
  breaks: 'available-with-quorum',
  patch: [
    {
      find: `    if (2 * operation.heard.size <= this.nodes.length) return
`,
      replace: `    if (2 * operation.heard.size <= this.nodes.length + 2) return
`,
    },
  ],
}
