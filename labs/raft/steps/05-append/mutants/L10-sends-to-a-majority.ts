import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L10',
  title: 'Sends entries only to as many nodes as make a majority',
  breaks: 'commands-reach-all-logs',
  patch: [
    {
      find: `    for (const peer of this.peers) this.replicate(peer)
    this.setTimer('heartbeat', HEARTBEAT_MS)`,
      replace: `    this.broadcast({
      type: 'AppendEntries',
      term: this.currentTerm,
      leaderId: this.id,
      prevLogIndex: 0,
      prevLogTerm: 0,
      entries: [],
      leaderCommit: 0,
    })
    for (const peer of this.peers.slice(0, this.majority - 1)) this.replicate(peer)
    this.setTimer('heartbeat', HEARTBEAT_MS)`,
    },
    {
      find: `command: request.command })
    for (const peer of this.peers) this.replicate(peer)`,
      replace: `command: request.command })
    for (const peer of this.peers.slice(0, this.majority - 1)) this.replicate(peer)`,
    },
  ],
}
