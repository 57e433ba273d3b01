/** Of equal counts the text that sorts last wins: texts are all different. */
import {
  type NodeId,
  type Read,
  Register,
  type Request,
  type State,
  type Write,
} from 'netsplit/crdt-registers'

type Entry = Readonly<{ at: number; text: string }> | null

export class ByValue extends Register<Entry> {
  initial(): Entry {
    return null
  }

  write(state: Entry, text: string): Entry {
    return { at: (state?.at ?? 0) + this.randomInt(1, 5), text }
  }

  merge(a: Entry, b: Entry): Entry {
    if (a === null || b === null) return a ?? b
    if (a.at === b.at) return a.text < b.text ? b : a
    return a.at < b.at ? b : a
  }

  value(state: Entry): string | null {
    return state?.text ?? null
  }

  onStart() {
    this.state = (this.disk.read('entry') as Entry | undefined) ?? null
    this.setTimer('tell', 50)
  }

  onCommand(request: Request<Write | Read>) {
    if (request.command.op === 'write') {
      this.state = this.write(this.state, request.command.value)
      this.disk.write('entry', this.state)
      this.disk.sync()
    }
    this.reply(request, request.command.op === 'read' ? this.value(this.state) : null)
  }

  onTimer() {
    for (const peer of this.peers) {
      if (this.randomInt(0, 2) > 0) this.send(peer, { type: 'State', state: this.state })
    }
    this.setTimer('tell', 50)
  }

  onGossip(_from: NodeId, message: State<Entry>) {
    this.state = this.merge(message.state, this.state)
  }
}
