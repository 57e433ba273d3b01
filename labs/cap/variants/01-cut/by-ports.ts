import { Host, type NodeId, PEER_PORT, type Rule } from 'netsplit/cap-hosts'

/** Names both connections of each pair by their ports, in both directions. */
export class PortHost extends Host {
  private inForce: readonly Rule[] = []

  onBoot() {
    this.install(this.disk.read('rules') as readonly Rule[] | undefined)
  }

  onCut(groups: readonly (readonly NodeId[])[]) {
    const own = groups.findIndex((group) => group.includes(this.id))
    const others = groups.filter((_, index) => index !== own).flat()
    this.order(others.flatMap((peer) => rulesAgainst(peer)))
  }

  onHeal() {
    this.order([])
  }

  private order(rules: readonly Rule[]) {
    this.disk.write('rules', rules)
    this.disk.sync()
    this.install(rules)
  }

  private install(rules: readonly Rule[] = []) {
    for (const rule of this.inForce) this.delete(rule)
    for (const rule of rules) this.append(rule)
    this.inForce = rules
  }
}

function rulesAgainst(peer: NodeId): readonly Rule[] {
  return (['sport', 'dport'] as const).flatMap((port): Rule[] => [
    { chain: 'INPUT', source: peer, [port]: PEER_PORT },
    { chain: 'OUTPUT', destination: peer, [port]: PEER_PORT },
  ])
}
