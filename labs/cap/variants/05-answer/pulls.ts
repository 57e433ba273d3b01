import { type Command, type NodeId, RegisterNode, type Request } from 'netsplit/cap-register'

type Message =
  | { readonly type: 'Have'; readonly tag: string }
  | { readonly type: 'Want' }
  | { readonly type: 'Take'; readonly tag: string; readonly value: string | null }

/**
 * Nodes say which version they have, and whoever is behind asks for it. A tag is a count of
 * nine digits and a name, so that texts are compared as versions are.
 */
export class PullingRegister extends RegisterNode<Message> {
  private tag = ''

  onStart() {
    const kept = this.disk.read('kept') as { tag: string; value: string | null } | undefined
    this.tag = kept?.tag ?? '000000000'
    this.value = kept?.value ?? null
    this.setTimer('tell', this.randomInt(60, 120))
  }

  onTimer() {
    this.broadcast({ type: 'Have', tag: this.tag })
    this.setTimer('tell', this.randomInt(60, 120))
  }

  onRequest(request: Request<Command>) {
    if (request.command.op === 'write') {
      const next = String(Number(this.tag.slice(0, 9)) + 1).padStart(9, '0')
      this.store(`${next}${this.id}`, request.command.value)
      return this.reply(request, null)
    }
    this.reply(request, this.value)
  }

  onMessage(from: NodeId, message: Message) {
    if (message.type === 'Have' && message.tag > this.tag) this.send(from, { type: 'Want' })
    if (message.type === 'Have' && message.tag < this.tag) this.give(from)
    if (message.type === 'Want') this.give(from)
    if (message.type === 'Take' && message.tag > this.tag) this.store(message.tag, message.value)
  }

  private give(to: NodeId) {
    this.send(to, { type: 'Take', tag: this.tag, value: this.value })
  }

  private store(tag: string, value: string | null) {
    this.tag = tag
    this.value = value
    this.disk.write('kept', { tag, value })
    this.disk.sync()
  }
}
