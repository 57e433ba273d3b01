import { type NodeId, type Planned, QuorumPlayer } from 'netsplit/quorum-network'

export class Network extends QuorumPlayer {
  override coordinatorOf({ number }: Planned): NodeId {
    const isAhead = (node: NodeId) => this.clockAheadMs(node) > 0
    // The first put gets a version of the future; the second one, later and older, is lost.
    const chosen = this.nodes.find((node) => isAhead(node) === (number === 1))
    return chosen ?? this.id
  }
}
