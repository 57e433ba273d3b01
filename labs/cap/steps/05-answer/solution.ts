import { type Command, type NodeId, RegisterNode, type Request } from 'netsplit/cap-register'

/** What a node holds. The higher count is newer; the same count is settled by the node's name. */
interface Copy {
  readonly count: number
  readonly node: NodeId
  readonly value: string | null
}

interface Message {
  readonly type: 'Gossip'
  readonly copy: Copy
}

const GOSSIP_MS = 100

export class Register extends RegisterNode<Message> {
  private copy: Copy = { count: 0, node: '', value: null }

  onStart() {
    const kept = this.disk.read('copy') as Copy | undefined
    if (kept !== undefined) this.show(kept)
    this.setTimer('gossip', GOSSIP_MS)
  }

  onRequest(request: Request<Command>) {
    const { command } = request
    if (command.op === 'read') return this.reply(request, this.value)
    this.keep({ count: this.copy.count + 1, node: this.id, value: command.value })
    this.reply(request, null)
    this.gossip()
  }

  onMessage(_from: NodeId, { copy }: Message) {
    if (isNewer(copy, this.copy)) this.keep(copy)
  }

  onTimer() {
    this.gossip()
    this.setTimer('gossip', GOSSIP_MS)
  }

  private gossip() {
    this.broadcast({ type: 'Gossip', copy: this.copy })
  }

  private keep(copy: Copy) {
    this.disk.write('copy', copy)
    this.disk.sync()
    this.show(copy)
  }

  private show(copy: Copy) {
    this.copy = copy
    this.value = copy.value
  }
}

function isNewer(a: Copy, b: Copy): boolean {
  return a.count === b.count ? a.node > b.node : a.count > b.count
}
