import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R54',
  title: 'Sends the next AppendEntries as soon as one is answered',
  breaks: 'traffic-in-bounds',
  patch: [
    {
      find: '    this.nextIndex.set(peer, Math.max(next, reply.matchIndex + 1))',
      replace: `    this.nextIndex.set(peer, Math.max(next, reply.matchIndex + 1))
    this.replicate(peer)`,
    },
  ],
}
