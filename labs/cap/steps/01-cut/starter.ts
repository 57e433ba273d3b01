import { Host, type NodeId, PEER_PORT } from 'netsplit/cap-hosts'

export class Operator extends Host {
  onCut(groups: readonly (readonly NodeId[])[]) {
    // The recipe that goes round: on the machines of the first group, drop what is sent to the
    // peers' port. Does it cut?
    const [first = [], ...others] = groups
    if (!first.includes(this.id)) return
    for (const peer of others.flat()) {
      this.append({ chain: 'OUTPUT', destination: peer, dport: PEER_PORT })
    }
  }

  onHeal() {
    // What was added must go, and only that.
  }

  onBoot() {
    // Runs at every start. The rules of the cut are gone after a crash; the order still stands.
  }
}
