import { type Command, type NodeId, type Request, SiblingNode } from 'netsplit/cap-siblings'

/** Your messages: what one node tells the others. */
interface Message {
  readonly type: 'State'
  readonly count: number
  readonly value: string | null
}

const GOSSIP_MS = 100

export class Store extends SiblingNode<Message> {
  // The later write wins, as in the step before. What becomes of the other one?
  private count = 0

  onStart() {
    this.setTimer('gossip', GOSSIP_MS)
  }

  onRequest(request: Request<Command>) {
    const { command } = request
    if (command.op === 'read') return this.reply(request, this.values)
    this.count++
    this.values = [command.value]
    this.reply(request, null)
  }

  onMessage(_from: NodeId, { count, value }: Message) {
    if (count <= this.count || value === null) return
    this.count = count
    this.values = [value]
  }

  onTimer() {
    this.broadcast({ type: 'State', count: this.count, value: this.values[0] ?? null })
    this.setTimer('gossip', GOSSIP_MS)
  }
}
