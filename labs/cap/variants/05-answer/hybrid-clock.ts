import { type Command, type NodeId, RegisterNode, type Request } from 'netsplit/cap-register'

type Stamp = readonly [ms: number, count: number, node: NodeId]

interface Message {
  readonly type: 'State'
  readonly stamp: Stamp
  readonly value: string | null
}

/** A hybrid logical clock: near the time of day, and never behind what was seen. */
export class ClockRegister extends RegisterNode<Message> {
  private stamp: Stamp = [0, 0, '']

  onStart() {
    const kept = this.disk.read('state') as Message | undefined
    if (kept !== undefined) this.accept(kept)
    this.setTimer('state', 80)
  }

  onTimer() {
    this.tell(this.peers)
    this.setTimer('state', 80)
  }

  onMessage(from: NodeId, message: Message) {
    const order = compare(message.stamp, this.stamp)
    if (order > 0) {
      this.accept(message)
      this.save()
    } else if (order < 0) this.tell([from])
  }

  onRequest(request: Request<Command>) {
    const { command } = request
    if (command.op === 'read') return this.reply(request, this.value)
    const ms = Math.floor(this.now())
    const stamp: Stamp =
      ms > this.stamp[0] ? [ms, 0, this.id] : [this.stamp[0], this.stamp[1] + 1, this.id]
    this.accept({ type: 'State', stamp, value: command.value })
    this.save()
    this.reply(request, null)
  }

  private tell(nodes: readonly NodeId[]) {
    for (const node of nodes)
      this.send(node, { type: 'State', stamp: this.stamp, value: this.value })
  }

  private accept({ stamp, value }: Message) {
    this.stamp = stamp
    this.value = value
  }

  private save() {
    this.disk.write('state', { type: 'State', stamp: this.stamp, value: this.value })
    this.disk.sync()
  }
}

function compare(a: Stamp, b: Stamp): number {
  return a[0] - b[0] || a[1] - b[1] || (a[2] === b[2] ? 0 : a[2] > b[2] ? 1 : -1)
}
