import { Host, type NodeId, type Rule } from 'netsplit/cap-hosts'

interface Standing {
  readonly groups: readonly (readonly NodeId[])[]
}

/** Every host turns a deaf ear to strangers; what it sends them is their business. */
export class DeafHost extends Host {
  onBoot() {
    const standing = this.disk.read('standing') as Standing | undefined
    this.become([], this.strangersOf(standing?.groups ?? []))
  }

  onCut(groups: readonly (readonly NodeId[])[]) {
    this.change({ groups })
  }

  onHeal() {
    this.change({ groups: [] })
  }

  private change(next: Standing) {
    const before = this.disk.read('standing') as Standing | undefined
    this.disk.write('standing', next)
    this.disk.sync()
    this.become(this.strangersOf(before?.groups ?? []), this.strangersOf(next.groups))
  }

  private become(before: readonly NodeId[], after: readonly NodeId[]) {
    for (const peer of before) if (!after.includes(peer)) this.delete(this.ruleFor(peer))
    for (const peer of after) if (!before.includes(peer)) this.append(this.ruleFor(peer))
  }

  private ruleFor(source: NodeId): Rule {
    return { chain: 'INPUT', source }
  }

  private strangersOf(groups: readonly (readonly NodeId[])[]): NodeId[] {
    return groups.filter((group) => !group.includes(this.id)).flat()
  }
}
