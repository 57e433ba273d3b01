import { type Command, type NodeId, type Request, SiblingNode } from 'netsplit/cap-siblings'

type Id = string

interface Message {
  readonly type: 'Writes'
  readonly alive: readonly (readonly [id: Id, value: string])[]
  readonly dead: readonly Id[]
}

/** Names every write once, and remembers the names of all that were written over. */
export class GraveyardStore extends SiblingNode<Message> {
  private alive = new Map<Id, string>()
  private dead = new Set<Id>()

  onStart() {
    const kept = this.disk.read('all') as Message | undefined
    if (kept !== undefined) {
      this.alive = new Map(kept.alive)
      this.dead = new Set(kept.dead)
    }
    this.show()
    this.setTimer('tell', 70)
  }

  onTimer() {
    this.broadcast(this.all())
    this.setTimer('tell', this.randomInt(70, 130))
  }

  onRequest(request: Request<Command>) {
    if (request.command.op === 'read') return this.reply(request, this.values)
    for (const id of this.alive.keys()) this.dead.add(id)
    this.alive = new Map([[`${this.id}-${request.id}`, request.command.value]])
    this.save()
    this.reply(request, null)
  }

  onMessage(_from: NodeId, { alive, dead }: Message) {
    const before = this.alive.size + this.dead.size
    for (const id of dead) this.dead.add(id)
    for (const [id, value] of alive) this.alive.set(id, value)
    for (const id of this.dead) this.alive.delete(id)
    if (before !== this.alive.size + this.dead.size || dead.length > 0) this.save()
  }

  private all(): Message {
    return { type: 'Writes', alive: [...this.alive], dead: [...this.dead] }
  }

  private save() {
    this.disk.write('all', this.all())
    this.disk.sync()
    this.show()
  }

  private show() {
    this.values = [...this.alive.values()].sort()
  }
}
