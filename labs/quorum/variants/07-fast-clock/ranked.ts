// Another shape: nodes in order of their clocks; the read may go anywhere.
import { type NodeId, type Planned, QuorumPlayer } from 'netsplit/quorum-network'

export class Ranked extends QuorumPlayer {
  override coordinatorOf(operation: Planned): NodeId {
    const ranked = [...this.nodes].sort((a, b) => this.clockAheadMs(b) - this.clockAheadMs(a))
    const [fastest = this.id] = ranked
    const slowest = ranked.at(-1) ?? this.id
    if (operation.op === 'get') return fastest
    return operation.value === this.plan[0]?.value ? fastest : slowest
  }
}
