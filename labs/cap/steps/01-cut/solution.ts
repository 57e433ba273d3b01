import { Host, type NodeId, type Rule } from 'netsplit/cap-hosts'

type Groups = readonly (readonly NodeId[])[]

export class Operator extends Host {
  /** The rules that this host added for the cut in force. */
  private added: Rule[] = []

  onBoot() {
    const groups = this.disk.read('groups') as Groups | null | undefined
    if (groups !== undefined && groups !== null) this.install(groups)
  }

  onCut(groups: Groups) {
    this.lift()
    this.install(groups)
    this.remember(groups)
  }

  onHeal() {
    this.lift()
    this.remember(null)
  }

  private install(groups: Groups) {
    const mine = groups.find((group) => group.includes(this.id)) ?? []
    for (const peer of groups.flat()) {
      if (mine.includes(peer)) continue
      this.added.push({ chain: 'INPUT', source: peer })
      this.added.push({ chain: 'OUTPUT', destination: peer })
    }
    for (const rule of this.added) this.append(rule)
  }

  private lift() {
    for (const rule of this.added) this.delete(rule)
    this.added = []
  }

  private remember(groups: Groups | null) {
    this.disk.write('groups', groups)
    this.disk.sync()
  }
}
