// Another shape: a node hears itself without a message; a read whose majority agrees already has
// nothing to write back; silent nodes are asked again; each phase has a name of its own.
import {
  type Command,
  type Copy,
  type NodeId,
  RegisterNode,
  type Request,
} from 'netsplit/quorum-abd'

type Rpc =
  | { readonly type: 'Call'; readonly phase: string; readonly key: string; readonly copy?: Copy }
  | { readonly type: 'Return'; readonly phase: string; readonly copy: Copy | null }

interface Phase {
  readonly call: Rpc & { readonly type: 'Call' }
  readonly heard: Map<NodeId, Copy | null>
  readonly until: number
  readonly done: (heard: readonly (Copy | null)[]) => void
  readonly failed: () => void
}

const AGAIN_MS = 90
const PATIENCE_MS = 420

export class Abd extends RegisterNode<Rpc> {
  private phases = new Map<string, Phase>()

  override onStart() {
    for (const key of (this.disk.read('keys') ?? []) as string[]) {
      this.copies[key] = this.disk.read(key) as Copy
    }
  }

  override onRequest(request: Request<Command>) {
    const { command, id } = request
    const { key } = command
    const until = this.now() + PATIENCE_MS
    if (command.op === 'put') {
      const last = this.copies[key]?.version.number ?? 0
      const copy = { value: command.value, version: { number: last + 1, writer: this.id } }
      const failed = () => this.giveUp(request)
      this.begin(`${id}w`, { key, copy }, { until, failed, done: () => this.reply(request, null) })
      return
    }
    const failed = () => this.refuse(request, 'no majority')
    this.begin(
      `${id}q`,
      { key },
      {
        until,
        failed,
        done: (heard) => {
          const copy = heard.reduce(newer, null)
          const agree = heard.every((one) => one?.version.number === copy?.version.number)
          if (copy === null || agree) return this.reply(request, copy?.value ?? null)
          const done = () => this.reply(request, copy.value)
          this.begin(`${id}b`, { key, copy }, { until, failed, done })
        },
      },
    )
  }

  override onMessage(from: NodeId, message: Rpc) {
    if (message.type === 'Return') return this.heard(from, message.phase, message.copy)
    this.send(from, { type: 'Return', phase: message.phase, copy: this.serve(message) })
  }

  override onTimer(name: string) {
    const phase = this.phases.get(name)
    if (phase === undefined) return
    if (this.now() < phase.until) return this.ask(name, phase)
    this.phases.delete(name)
    phase.failed()
  }

  private begin(
    name: string,
    what: { readonly key: string; readonly copy?: Copy },
    ends: Pick<Phase, 'until' | 'done' | 'failed'>,
  ) {
    const call = { type: 'Call', phase: name, ...what } as const
    const phase = { call, heard: new Map(), ...ends }
    this.phases.set(name, phase)
    const own = this.serve(call)
    this.ask(name, phase)
    this.heard(this.id, name, own)
  }

  private ask(name: string, { call, heard, until }: Phase) {
    for (const peer of this.peers) if (!heard.has(peer)) this.send(peer, call)
    this.setTimer(name, Math.max(1, Math.min(AGAIN_MS, until - this.now())))
  }

  private heard(from: NodeId, name: string, copy: Copy | null) {
    const phase = this.phases.get(name)
    phase?.heard.set(from, copy)
    if (phase === undefined || phase.heard.size < Math.floor(this.nodes.length / 2) + 1) return
    this.phases.delete(name)
    this.cancelTimer(name)
    phase.done([...phase.heard.values()])
  }

  private serve({ key, copy }: { readonly key: string; readonly copy?: Copy }): Copy | null {
    const own = this.copies[key] ?? null
    if (copy === undefined || newer(own, copy) === own) return own
    this.copies = { ...this.copies, [key]: copy }
    this.disk.write('keys', Object.keys(this.copies))
    this.disk.write(key, copy)
    this.disk.sync()
    return copy
  }
}

function newer(a: Copy | null, b: Copy | null): Copy | null {
  if (a === null || b === null) return a ?? b
  if (a.version.number !== b.version.number) return a.version.number > b.version.number ? a : b
  return a.version.writer >= b.version.writer ? a : b
}
