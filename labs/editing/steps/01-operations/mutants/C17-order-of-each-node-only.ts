import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C17',
  title: 'Keeps the order of each node, and ignores what an operation depends on',
  breaks: 'causal-order',
  patch: [
    {
      find: `      number === this.appliedOf(origin) + 1 &&
      Object.entries(after).every(([node, count]) => this.appliedOf(node) >= count)`,
      replace: `      number === this.appliedOf(origin) + 1 || Object.keys(after).length > this.nodes.length`,
    },
  ],
}
