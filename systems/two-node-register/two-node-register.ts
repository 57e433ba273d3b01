/**
 * One register on two nodes. The first node is its home; the other keeps a copy and asks
 * home before it answers. What it does when home stays silent is its policy:
 *
 * - `answer`: serve from the copy, which may be stale;
 * - `refuse`: tell the client that it cannot serve;
 * - `wait`: keep asking, for as long as it takes.
 *
 * With `refuse` and `wait` the register is linearizable on any network: every answer comes
 * from home, between the start and the end of the operation. With `answer` it is
 * linearizable only as long as home replies within `patienceMs`.
 *
 * Left out: disks (so no crashes), and repair after a cut (a lost copy is not sent again).
 */
import { Node, type NodeId, type Request } from '#kit/node.ts'

export type Policy = 'answer' | 'refuse' | 'wait'

export type RegisterCommand =
  | { readonly kind: 'read' }
  | { readonly kind: 'write'; readonly value: number }

interface Versioned {
  readonly value: number
  /** Grows with each write. */
  readonly version: number
}

type RegisterMessage =
  /** To home: carry this out and tell me the register after it. */
  | { readonly type: 'ask'; readonly request: number; readonly command: RegisterCommand }
  | { readonly type: 'told'; readonly request: number; readonly register: Versioned }
  /** A newer register, to whom it may concern. */
  | { readonly type: 'copy'; readonly register: Versioned }

/** What the scenario sets. */
export interface RegisterSettings {
  readonly policy: Policy
  readonly initial: number
  /** How long the other node waits for home. */
  readonly patienceMs: number
}

type ClientRequest = Request<RegisterCommand>

export class TwoNodeRegister extends Node<RegisterMessage, RegisterCommand, number> {
  static override readonly watched: readonly string[] = ['value', 'version']

  value = (this.settings as unknown as RegisterSettings).initial
  version = 0
  /** Requests that wait for home, by number. */
  readonly waiting = new Map<number, ClientRequest>()
  /** Writes that home carried out for the other node, so that asking again does no harm. */
  readonly done = new Set<number>()

  override onRequest(request: ClientRequest) {
    if (this.isHome) {
      this.carryOut(request.command)
      this.reply(request, this.value)
      return
    }
    this.waiting.set(request.id, request)
    this.ask(request)
  }

  override onMessage(from: NodeId, message: RegisterMessage) {
    switch (message.type) {
      case 'ask': {
        const { request, command } = message
        if (!this.done.has(request)) this.carryOut(command)
        if (command.kind === 'write') this.done.add(request)
        this.send(from, { type: 'told', request, register: this.register })
        return
      }
      case 'told':
        this.adopt(message.register)
        this.finish(message.request)
        return
      case 'copy':
        this.adopt(message.register)
    }
  }

  override onTimer(name: string) {
    const request = this.waiting.get(Number(name))
    if (request === undefined) return
    const { policy } = this.settings as unknown as RegisterSettings
    if (policy === 'wait') this.ask(request)
    else if (policy === 'answer') this.answerAlone(request)
    else this.refuseAlone(request)
  }

  get isHome(): boolean {
    return this.id === this.nodes[0]
  }

  get register(): Versioned {
    return { value: this.value, version: this.version }
  }

  ask({ id, command }: ClientRequest) {
    for (const home of this.peers) this.send(home, { type: 'ask', request: id, command })
    const { patienceMs } = this.settings as unknown as RegisterSettings
    this.setTimer(String(id), patienceMs)
  }

  /** Serves a request without home: the copy may be stale, and a write may be overtaken. */
  answerAlone(request: ClientRequest) {
    this.carryOut(request.command)
    this.finish(request.id)
  }

  refuseAlone(request: ClientRequest) {
    this.waiting.delete(request.id)
    // Home may have carried out a write and only its answer got lost, so "refused" could
    // be a lie. Saying nothing is all that is left.
    if (request.command.kind === 'write') return
    this.refuse(request, 'the other node does not answer')
  }

  /** Answers a request that waited, with the register as it is now. */
  finish(id: number) {
    const request = this.waiting.get(id)
    if (request === undefined) return
    this.waiting.delete(id)
    this.cancelTimer(String(id))
    this.reply(request, this.value)
  }

  carryOut(command: RegisterCommand) {
    if (command.kind === 'read') return
    this.value = command.value
    this.version += 1
    this.broadcast({ type: 'copy', register: this.register })
  }

  /** Takes a register over unless it is older; of two with one version the larger value wins. */
  adopt({ value, version }: Versioned) {
    const isNewer = version > this.version || (version === this.version && value > this.value)
    if (!isNewer) return
    this.value = value
    this.version = version
  }
}
