import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R36',
  title: 'Follows leaderCommit up to its own last entry, and heartbeats carry none',
  breaks: 'committed-entries-agree',
  patch: [
    {
      find: '    this.commitUpTo(Math.min(leaderCommit, matchIndex))',
      replace: '    this.commitUpTo(Math.min(leaderCommit, this.log.length))',
    },
    {
      find: `    for (const peer of this.peers) this.replicate(peer)
    this.setTimer('heartbeat', HEARTBEAT_MS)`,
      replace: `    for (const peer of this.peers) this.replicate(peer, [])
    this.setTimer('heartbeat', HEARTBEAT_MS)`,
    },
    {
      find: '  private replicate(peer: NodeId) {',
      replace: '  private replicate(peer: NodeId, only?: readonly Entry[]) {',
    },
    {
      find: 'entries: this.log.slice(prevLogIndex),',
      replace: 'entries: only ?? this.log.slice(prevLogIndex),',
    },
    {
      find: `      if (reply.matchIndex <= matched) return
`,
      replace: `      if (reply.matchIndex < this.log.length) this.setTimer('behind', 5)
      if (reply.matchIndex <= matched) return
`,
    },
    {
      find: `    if (name === 'patience') this.hearsLeader = false`,
      replace: `    if (name === 'patience') this.hearsLeader = false
    if (name === 'behind' && this.role === 'leader') for (const peer of this.peers) this.replicate(peer)`,
    },
  ],
}
