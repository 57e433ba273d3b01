import { type Letter, QuorumPlayer } from 'netsplit/quorum-network'

const SLOW_MS = 900
const FAST_MS = 1
/** Later than the one replica that must be heard, and still in time. */
const LATER_MS = 20

export class Network extends QuorumPlayer {
  override delayMs({ type, to, operation }: Letter): number {
    // One replica gets the second put early: the only one that knows it while it is under way.
    const isWitness = to === this.replicas[0]
    if (operation === 2 && type === 'Store') return isWitness ? FAST_MS : SLOW_MS
    // The first read hears it among the first, the second one does not.
    if (operation === 3 && type === 'Fetch') return isWitness ? FAST_MS : LATER_MS
    if (operation === 4 && type === 'Fetch') return isWitness ? SLOW_MS : FAST_MS
    return FAST_MS
  }
}
