import { type Letter, QuorumPlayer } from 'netsplit/quorum-network'

export class Network extends QuorumPlayer {
  override delayMs({ type, from, to, operation }: Letter): number | 'lost' {
    // Your network. For now every letter takes a millisecond, and none is lost.
    this.note(`${type} of operation ${operation} from ${from} to ${to}`)
    return 1
  }
}
