import { type NodeId, type Planned, QuorumPlayer } from 'netsplit/quorum-network'

export class Network extends QuorumPlayer {
  override coordinatorOf({ coordinator }: Planned): NodeId {
    // Your choice. For now everybody asks the node that the plan names.
    return coordinator
  }
}
