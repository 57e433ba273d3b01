// Another shape: the node carries out its own part at once, without a message to itself; keys lie
// apart on the disk; requests under way are functions; silent replicas are asked again; a read
// repairs whom it heard when nobody is left to be heard or the time is up.
import { type Command, type Copy, type NodeId, QuorumNode, type Request } from 'netsplit/quorum'

const AGAIN_MS = 120
const ROUNDS_MAX = 4

type Ask = { readonly key: string; readonly put: Copy | null }
type Rpc =
  | { readonly type: 'Ask'; readonly call: string; readonly ask: Ask }
  | { readonly type: 'Answer'; readonly call: string; readonly copy: Copy | null }

interface Heard {
  readonly from: NodeId
  readonly copy: Copy | null
}

interface Call {
  readonly ask: Ask
  readonly missing: NodeId[]
  readonly heard: Heard[]
  rounds: number
  readonly onAnswer: (heard: readonly Heard[]) => void
  readonly onSilence: (heard: readonly Heard[]) => void
}

export class Coordinator extends QuorumNode<Rpc> {
  private calls: Record<string, Call> = {}

  override onStart() {
    const keys = (this.disk.read('keys') ?? []) as string[]
    for (const key of keys) this.copies[key] = this.disk.read(`key ${key}`) as Copy
  }

  override onRequest(request: Request<Command>) {
    const { key } = request.command
    if (request.command.op === 'put') {
      const put = { value: request.command.value, version: this.newVersion() }
      this.ask(
        `put ${request.id}`,
        { key, put },
        {
          onAnswer: ({ length }) => length === this.w && this.reply(request, null),
          onSilence: ({ length }) => length < this.w && this.giveUp(request),
        },
      )
      return
    }
    this.ask(
      `get ${request.id}`,
      { key, put: null },
      {
        onAnswer: (heard) => {
          if (heard.length === this.r) this.reply(request, best(heard)?.value ?? null)
          if (heard.length === this.n) this.mend(key, heard)
        },
        onSilence: (heard) => {
          this.mend(key, heard)
          if (heard.length < this.r) this.refuse(request, 'no quorum')
        },
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
    this.hear(message.call, call, { from, copy: message.copy })
  }

  override onTimer(name: string) {
    const call = this.calls[name]
    if (call === undefined) return
    if (++call.rounds < ROUNDS_MAX) return this.sendTo(name, call)
    delete this.calls[name]
    call.onSilence(call.heard)
  }

  private ask(name: string, ask: Ask, does: Pick<Call, 'onAnswer' | 'onSilence'>) {
    const replicas = this.replicasOf(ask.key)
    const missing = replicas.filter((id) => id !== this.id)
    const call: Call = { ask, missing, heard: [], rounds: 0, ...does }
    this.calls[name] = call
    this.sendTo(name, call)
    if (replicas.includes(this.id)) this.hear(name, call, { from: this.id, copy: this.serve(ask) })
  }

  private sendTo(name: string, { missing, ask }: Call) {
    for (const replica of missing) this.send(replica, { type: 'Ask', call: name, ask })
    this.setTimer(name, AGAIN_MS)
  }

  private hear(name: string, call: Call, heard: Heard) {
    call.heard.push(heard)
    if (call.heard.length === this.n) {
      delete this.calls[name]
      this.cancelTimer(name)
    }
    call.onAnswer(call.heard)
  }

  private mend(key: string, heard: readonly Heard[]) {
    const put = best(heard)
    if (put === null) return
    for (const { from, copy } of heard) {
      if (copy !== null && oldestFirst(copy, put) === 0) continue
      if (from === this.id) this.serve({ key, put })
      else this.send(from, { type: 'Ask', call: 'mend', ask: { key, put } })
    }
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

function best(heard: readonly Heard[]): Copy | null {
  const copies = heard.flatMap(({ copy }) => copy ?? [])
  return copies.sort(oldestFirst).at(-1) ?? null
}

function oldestFirst(a: Copy, b: Copy): number {
  if (a.version.time !== b.version.time) return a.version.time - b.version.time
  if (a.version.writer === b.version.writer) return 0
  return a.version.writer < b.version.writer ? -1 : 1
}
