import { type Letter, QuorumPlayer } from 'netsplit/quorum-network'

export class Network extends QuorumPlayer {
  override delayMs({ type, to, operation }: Letter): number | 'lost' {
    // The second put reaches one replica and is given up. Nobody takes it back there.
    const isWitness = to === this.replicas[0]
    if (operation === 2 && type === 'Store') return isWitness ? 1 : 'lost'
    if (operation === 3 && type === 'Fetch') return isWitness ? 1 : 20
    if (operation === 4 && type === 'Fetch') return isWitness ? 'lost' : 1
    return 1
  }
}
