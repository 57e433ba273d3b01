import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B15',
  title: 'Waits for all nodes',
  breaks: 'available-with-quorum',
  patch: [
    {
      find: `    if (2 * operation.heard.size <= this.nodes.length) return
`,
      replace: `    if (operation.heard.size < this.nodes.length) return
`,
    },
  ],
}
