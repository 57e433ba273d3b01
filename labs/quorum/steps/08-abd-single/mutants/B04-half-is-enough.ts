import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B04',
  title: 'Takes half of the nodes for a majority',
  breaks: 'acknowledged-writes-stay',
  patch: [
    {
      find: `    if (2 * operation.heard.size <= this.nodes.length) return
`,
      replace: `    if (2 * operation.heard.size < this.nodes.length) return
`,
    },
  ],
}
