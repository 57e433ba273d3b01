// Another shape: the node carries out its own part at once, without a message to itself; keys lie
// apart on the disk; requests under way are functions; silent replicas are asked again.
import { type Command, type Copy, type NodeId, QuorumNode, type Request } from 'netsplit/quorum'

const AGAIN_MS = 120
const ROUNDS_MAX = 4

type Ask = { readonly key: string; readonly put: Copy | null }
type Rpc =
  | { readonly type: 'Ask'; readonly call: string; readonly ask: Ask }
  | { readonly type: 'Answer'; readonly call: string; readonly copy: Copy | null }

interface Call {
  readonly ask: Ask
  readonly missing: NodeId[]
  rounds: number
  readonly onAnswer: (copy: Copy | null) => void
  readonly onSilence: () => void
}

export class Coordinator extends QuorumNode<Rpc> {
  private calls: Record<string, Call> = {}

  override onStart() {
    const keys = (this.disk.read('keys') ?? []) as string[]
    for (const key of keys) this.copies[key] = this.disk.read(`key ${key}`) as Copy
  }

  override onRequest(request: Request<Command>) {
    const { command } = request
    const isPut = command.op === 'put'
    const put = isPut ? { value: command.value, version: this.newVersion() } : null
    const copies: (Copy | null)[] = []
    const call = `${this.id}/${request.id}`
    this.ask(
      call,
      { key: command.key, put },
      {
        onAnswer: (copy) => {
          copies.push(copy)
          if (copies.length !== (isPut ? this.w : this.r)) return
          delete this.calls[call]
          this.cancelTimer(call)
          const found = copies
            .filter((one) => one !== null)
            .sort(oldestFirst)
            .at(-1)
          this.reply(request, isPut ? null : (found?.value ?? null))
        },
        onSilence: () => (isPut ? this.giveUp(request) : this.refuse(request, 'no quorum')),
      },
    )
  }

  override onMessage(from: NodeId, message: Rpc) {
    if (message.type === 'Ask') {
      this.send(from, { type: 'Answer', call: message.call, copy: this.serve(message.ask) })
      return
    }
    const call = this.calls[message.call]
    const place = call?.missing.indexOf(from) ?? -1
    if (call === undefined || place < 0) return
    call.missing.splice(place, 1)
    call.onAnswer(message.copy)
  }

  override onTimer(name: string) {
    const call = this.calls[name]
    if (call === undefined) return
    if (call.rounds++ < ROUNDS_MAX) return this.sendTo(name, call)
    delete this.calls[name]
    call.onSilence()
  }

  private ask(name: string, ask: Ask, does: Pick<Call, 'onAnswer' | 'onSilence'>) {
    const replicas = this.replicasOf(ask.key)
    const call: Call = { ask, missing: replicas.filter((id) => id !== this.id), rounds: 0, ...does }
    this.calls[name] = call
    this.sendTo(name, call)
    if (replicas.includes(this.id)) call.onAnswer(this.serve(ask))
  }

  private sendTo(name: string, { missing, ask }: Call) {
    for (const replica of missing) this.send(replica, { type: 'Ask', call: name, ask })
    this.setTimer(name, AGAIN_MS)
  }

  private serve({ key, put }: Ask): Copy | null {
    const own = this.copies[key]
    if (put === null) return own ?? null
    if (own === undefined || oldestFirst(own, put) < 0) {
      this.copies = { ...this.copies, [key]: put }
      this.disk.write(`key ${key}`, put)
      this.disk.write('keys', Object.keys(this.copies))
      this.disk.sync()
    }
    return put
  }
}

function oldestFirst(a: Copy, b: Copy): number {
  if (a.version.time !== b.version.time) return a.version.time - b.version.time
  return a.version.writer < b.version.writer ? -1 : 1
}
