// Another shape: the replica that knows is the last one, and everything is read from the plan.
import { type Letter, type NodeId, QuorumPlayer } from 'netsplit/quorum-network'

export class Tables extends QuorumPlayer {
  override delayMs(letter: Letter): number {
    const asked = this.plan[letter.operation - 1]
    const puts = this.plan.filter(({ op }) => op === 'put')
    const gets = this.plan.filter(({ op }) => op === 'get')
    const isKnown = letter.to === this.witness
    if (letter.type === 'Stored' || letter.type === 'Fetched') return 4
    if (asked === puts[1]) return isKnown ? 2 : 950
    if (asked === gets[0]) return isKnown ? 2 : 40
    if (asked === gets[1]) return isKnown ? 700 : 2
    return 3
  }

  private get witness(): NodeId {
    return this.replicas.at(-1) ?? this.id
  }
}
