import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L13',
  title: 'Sends entries when a command comes, and never again',
  breaks: 'logs-become-equal',
  patch: [
    {
      find: `    for (const peer of this.peers) this.replicate(peer)
    this.setTimer('heartbeat', HEARTBEAT_MS)`,
      replace: `    for (const peer of this.peers) this.beat(peer)
    this.setTimer('heartbeat', HEARTBEAT_MS)`,
    },
    {
      find: '  private replicate(peer: NodeId) {',
      replace: `  private beat(peer: NodeId) {
    this.replicate(peer, [])
  }

  private replicate(peer: NodeId, only?: readonly Entry[]) {`,
    },
    {
      find: 'entries: this.log.slice(prevLogIndex),',
      replace: 'entries: only ?? this.log.slice(prevLogIndex),',
    },
  ],
}
