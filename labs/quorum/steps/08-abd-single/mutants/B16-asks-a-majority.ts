import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B16',
  title: 'Asks only as many nodes as it needs',
  breaks: 'available-with-quorum',
  patch: [
    {
      find: `    for (const node of this.nodes) this.send(node, { type: 'Query', id, key: command.key })`,
      replace: `    const asked = this.nodes.slice(0, Math.floor(this.nodes.length / 2) + 1)
    for (const node of asked) this.send(node, { type: 'Query', id, key: command.key })`,
    },
  ],
}
