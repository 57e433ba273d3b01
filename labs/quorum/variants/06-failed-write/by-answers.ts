// Another shape: the reads are steered by losing answers, and not by losing questions; several
// replicas keep what was given up.
import { type Letter, QuorumPlayer } from 'netsplit/quorum-network'

export class Steered extends QuorumPlayer {
  override delayMs({ type, from, to, operation }: Letter): number | 'lost' {
    const keepers = this.replicas.slice(
      this.replicas.length - Math.min(this.w - 1, this.n - this.r),
    )
    if (operation === 2 && type === 'Store' && !keepers.includes(to)) return 'lost'
    if (operation === 2 && type === 'Stored') return 'lost'
    if (operation === 3 && type === 'Fetched' && !keepers.includes(from)) return 100
    if (operation === 4 && type === 'Fetched' && keepers.includes(from)) return 'lost'
    return 5
  }
}
