import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L06',
  title: 'Keeps one command for the next heartbeat; a second one replaces it',
  breaks: 'leader-takes-commands',
  patch: [
    {
      find: `    this.log.push({ term: this.currentTerm, command: request.command })
    for (const peer of this.peers) this.replicate(peer)`,
      replace: '    this.next = request',
    },
    {
      find: '  private votes = new Set<NodeId>()',
      replace: `  private next: Request<unknown> | undefined
  private votes = new Set<NodeId>()`,
    },
    {
      find: '  private sendHeartbeats() {',
      replace: `  private sendHeartbeats() {
    if (this.next) this.log.push({ term: this.currentTerm, command: this.next.command })
    this.next = undefined`,
    },
  ],
}
