import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T04',
  title: 'Drops a character when a majority has applied its removal',
  breaks: 'one-list-order',
  patch: [
    {
      find: `    return this.nodes.every((node) => {`,
      replace: `    const isAgreed = (test: (node: NodeId) => boolean) => this.nodes.filter(test).length * 2 > this.nodes.length
    return isAgreed((node) => {`,
    },
  ],
}
