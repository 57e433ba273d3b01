import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C09',
  title: 'Separates the first group from the rest, and not the others from each other',
  breaks: 'cut-is-complete',
  patch: [
    {
      find: `    for (const peer of groups.flat()) {
      if (mine.includes(peer)) continue
`,
      replace: `    const isFirst = (host: NodeId) => groups[0]?.includes(host) === true
    for (const peer of groups.flat()) {
      if (mine.includes(peer) || isFirst(peer) === isFirst(this.id)) continue
`,
    },
  ],
}
