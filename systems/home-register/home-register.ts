/**
 * One register on any number of nodes. The first node is its home; the others keep copies.
 * What the nodes promise is settled by the scenario:
 *
 * - `writes`: `home` carries out every write at home; `anywhere` lets each node write its own
 *   copy, and of two versions with one number the larger value wins everywhere.
 * - `reads`: `copy` answers from the node's own copy; `home` asks home first.
 * - `commit`: when home says `ok` to a write: at once (`alone`), or when a majority of all nodes
 *   has it (`majority`).
 * - `whenSilent`: what a node does that waited `patienceMs` for home.
 * - `goneAfterMs`: a node that heard nothing from home for so long serves nobody; 0: never.
 *
 * With `writes: home` and `reads: home` the register is linearizable on any network unless
 * `whenSilent` is `answer`, since every answer comes from home. With `reads: copy` it is not,
 * whatever else is set. With `writes: anywhere` and `reads: copy` every live node answers.
 *
 * Left out: disks (so no crashes), and the choice of another home. What ZooKeeper and etcd do
 * when their leader is lost is not modelled; keep home on the side that has the majority.
 */
import { Node, type NodeId, type Request } from '#kit/node.ts'

export type HomeCommand =
  | { readonly kind: 'read' }
  | { readonly kind: 'write'; readonly value: number }

/** What the scenario sets. A type, so that it is also plain JSON. */
export type HomeSettings = {
  readonly initial: number
  readonly writes: 'home' | 'anywhere'
  readonly reads: 'home' | 'copy'
  readonly commit: 'alone' | 'majority'
  readonly whenSilent: 'answer' | 'refuse' | 'wait'
  readonly patienceMs: number
  /** Home sends its register to all so often; 0: only after a write. */
  readonly beatMs: number
  readonly goneAfterMs: number
}

/** One writer, ordered by home, read from the nearest copy. */
export const COPIES_OF_HOME: HomeSettings = {
  initial: 7,
  writes: 'home',
  reads: 'copy',
  commit: 'alone',
  whenSilent: 'refuse',
  patienceMs: 80,
  beatMs: 0,
  goneAfterMs: 0,
}

interface Versioned {
  readonly value: number
  /** Grows with each write. */
  readonly version: number
}

type HomeMessage =
  | { readonly type: 'ask'; readonly request: number; readonly command: HomeCommand }
  | { readonly type: 'told'; readonly request: number; readonly value: number }
  /** The register after a write, or as it is every now and then. */
  | { readonly type: 'copy' | 'beat'; readonly register: Versioned }
  | { readonly type: 'stored'; readonly version: number; readonly from: 'copy' | 'beat' }

/** True for the messages that go to and fro at all times. */
export function isHomeBeat(body: string): boolean {
  const message = JSON.parse(body) as HomeMessage
  return message.type === 'beat' || (message.type === 'stored' && message.from === 'beat')
}

type ClientRequest = Request<HomeCommand>

/** Who waits for a command: a client of this node, or another node. */
interface Asker {
  readonly node: NodeId
  readonly request: number
}

/** A write at home that not enough nodes have yet. */
interface OpenWrite {
  readonly version: number
  readonly holders: Set<NodeId>
  readonly asker: Asker
}

export class HomeRegister extends Node<HomeMessage, HomeCommand, number> {
  static override readonly watched: readonly string[] = ['value', 'version']

  readonly rules = this.settings as unknown as HomeSettings
  value = this.rules.initial
  version = 0
  /** Requests that wait for home, by number. */
  readonly waiting = new Map<number, ClientRequest>()
  /** Writes begun here, so that asking again does no harm. */
  readonly begun = new Set<number>()
  openWrites: OpenWrite[] = []
  /** On this node's clock. */
  heardAtMs = this.now()

  override onStart() {
    if (this.isHome && this.rules.beatMs > 0) this.setTimer('beat', this.rules.beatMs)
  }

  override onRequest(request: ClientRequest) {
    if (this.isGone) {
      this.refuse(request, 'out of touch with home')
      return
    }
    this.waiting.set(request.id, request)
    if (this.servesAlone(request.command)) this.serveAlone(request)
    else this.ask(request)
  }

  override onMessage(from: NodeId, message: HomeMessage) {
    if (from === this.nodes[0]) this.heardAtMs = this.now()
    switch (message.type) {
      case 'ask':
        this.serve({ node: from, request: message.request }, message.command)
        return
      case 'told':
        this.finish(message.request, message.value)
        return
      case 'copy':
      case 'beat': {
        const { type, register } = message
        this.adopt(register)
        if (this.rules.commit === 'majority') {
          this.send(from, { type: 'stored', version: register.version, from: type })
        }
        return
      }
      case 'stored':
        this.countHolder(from, message.version)
    }
  }

  override onTimer(name: string) {
    if (name === 'beat') {
      this.broadcast({ type: 'beat', register: this.register })
      this.setTimer('beat', this.rules.beatMs)
      return
    }
    const request = this.waiting.get(Number(name))
    if (request !== undefined) this.loseHope(request)
  }

  get isHome(): boolean {
    return this.id === this.nodes[0]
  }

  get isGone(): boolean {
    const { goneAfterMs } = this.rules
    return !this.isHome && goneAfterMs > 0 && this.now() - this.heardAtMs > goneAfterMs
  }

  get register(): Versioned {
    return { value: this.value, version: this.version }
  }

  servesAlone({ kind }: HomeCommand): boolean {
    if (this.isHome) return true
    return kind === 'read' ? this.rules.reads === 'copy' : this.rules.writes === 'anywhere'
  }

  ask({ id, command }: ClientRequest) {
    const [home = this.id] = this.nodes
    this.send(home, { type: 'ask', request: id, command })
    this.setTimer(String(id), this.rules.patienceMs)
  }

  serveAlone({ id, command }: ClientRequest) {
    this.serve({ node: this.id, request: id }, command)
  }

  serve(asker: Asker, command: HomeCommand) {
    const isRepeated = this.begun.has(asker.request)
    if (command.kind === 'read' || isRepeated) {
      this.answer(asker)
      return
    }
    this.begun.add(asker.request)
    const register = { value: command.value, version: this.version + 1 }
    this.adopt(register)
    this.broadcast({ type: 'copy', register })
    if (this.rules.commit === 'alone') this.answer(asker)
    else this.openWrites.push({ version: register.version, holders: new Set([this.id]), asker })
  }

  answer({ node, request }: Asker) {
    if (node === this.id) this.finish(request, this.value)
    else this.send(node, { type: 'told', request, value: this.value })
  }

  loseHope(request: ClientRequest) {
    const { whenSilent } = this.rules
    if (whenSilent === 'wait') {
      this.ask(request)
      return
    }
    if (whenSilent === 'answer') {
      this.serveAlone(request)
      return
    }
    this.waiting.delete(request.id)
    // Home may have carried out a write and only its answer got lost, so "refused" could
    // be a lie. Saying nothing is all that is left.
    if (request.command.kind === 'read') this.refuse(request, 'home does not answer')
  }

  finish(id: number, value: number) {
    const request = this.waiting.get(id)
    if (request === undefined) return
    this.waiting.delete(id)
    this.cancelTimer(String(id))
    this.reply(request, value)
  }

  countHolder(node: NodeId, version: number) {
    for (const write of this.openWrites) if (write.version <= version) write.holders.add(node)
    const isDone = (write: OpenWrite) => write.holders.size * 2 > this.nodes.length
    const done = this.openWrites.filter(isDone)
    this.openWrites = this.openWrites.filter((write) => !isDone(write))
    for (const { asker } of done) this.answer(asker)
  }

  /** Takes a register over unless it is older; of two with one version the larger value wins. */
  adopt({ value, version }: Versioned) {
    const isNewer = version > this.version || (version === this.version && value > this.value)
    if (!isNewer) return
    this.value = value
    this.version = version
  }
}
