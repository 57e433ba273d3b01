import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B06',
  title: 'The writer keeps its copy when its own message arrives',
  breaks: 'one-version-per-write',
  patch: [
    {
      find: `    this.keep(key, copy)
    for (const node of this.nodes) this.send(node, { type: 'Update'`,
      replace: `    for (const node of this.nodes) this.send(node, { type: 'Update'`,
    },
  ],
}
