import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'E16',
  title: 'Sends heartbeats only to as many nodes as make a majority',
  breaks: 'leader-after-heal',
  patch: [
    {
      find: `    this.broadcast({ type: 'AppendEntries', term: this.currentTerm, leaderId: this.id })`,
      replace: `    for (const peer of this.peers.slice(0, this.majority - 1)) {
      this.send(peer, { type: 'AppendEntries', term: this.currentTerm, leaderId: this.id })
    }`,
    },
  ],
}
