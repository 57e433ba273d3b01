import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T03',
  title: 'Asks only the nodes that it has heard of',
  breaks: 'one-list-order',
  patch: [
    {
      find: `return this.nodes.every((node) => {
      const said = this.heardFrom(node)
`,
      replace: `return this.nodes.every((node) => {
      const said = this.heardFrom(node)
      if (Object.keys(said).length === 0) return true
`,
    },
  ],
}
