/**
 * Registers without a leader: the asked node coordinates. It sends to all nodes and goes on when
 * W of them have stored a write, or R of them have shown their copies; it counts itself.
 *
 * - `versions`: by the coordinator's `clock` (last writer wins, as Cassandra does by default), by
 *   a `counter` of its own copy, or `asked`: it first asks R nodes for the newest version.
 * - `readRepair`: `none`; `after`: nodes that showed an old copy are sent the newest one, and the
 *   client does not wait; `before`: the answer waits until W nodes have it.
 *
 * With R + W > N, `asked` and `before` the registers are linearizable (Attiya, Bar-Noy and Dolev,
 * JACM 42(1), 1995; with several writers, Lynch and Shvartsman, FTCS 1997). With less they are
 * not, however large R + W is.
 */
import type { NodeId } from '#kit/node.ts'
import {
  type ClientRequest,
  type CommonSettings,
  isNewer,
  RegisterNode,
  type Value,
  type Versioned,
} from './register-node.ts'

export interface LeaderlessSettings extends CommonSettings {
  readonly r: number
  readonly w: number
  readonly versions: 'clock' | 'counter' | 'asked'
  readonly readRepair: 'none' | 'after' | 'before'
}

type LeaderlessMessage =
  | { readonly type: 'get'; readonly id: number; readonly key: string }
  | { readonly type: 'got'; readonly id: number; readonly copy: Versioned }
  | { readonly type: 'put'; readonly id: number; readonly key: string; readonly copy: Versioned }
  | { readonly type: 'stored'; readonly id: number }

/** A request on its way: first copies are gathered, then a copy is stored. */
interface Job {
  readonly request: ClientRequest
  readonly phase: 'gather' | 'store'
  /** Copies by node while gathering. */
  readonly copies: Map<NodeId, Versioned>
  /** Nodes that have stored. */
  readonly holders: Set<NodeId>
  /** What is stored, and what a read will answer. */
  readonly copy: Versioned
  /** Something of a write has left this node. */
  readonly isSent: boolean
}

export class LeaderlessRegister extends RegisterNode<LeaderlessMessage> {
  readonly jobs = new Map<number, Job>()

  get mode(): LeaderlessSettings {
    return this.settings as unknown as LeaderlessSettings
  }

  protected override reachesEnough(heard: ReadonlySet<NodeId>): boolean {
    return heard.size + 1 >= Math.max(this.mode.r, this.mode.w)
  }

  override onRequest(request: ClientRequest): void {
    this.begin(request)
  }

  private begin(request: ClientRequest): void {
    const { id, command } = request
    const key = this.keyOf(command)
    const copy = this.copyOf(key)
    const base = { request, copies: new Map([[this.id, copy]]), holders: new Set<NodeId>() }
    const { r, w, versions, readRepair } = this.mode
    const gathers = command.kind === 'read' || versions === 'asked'
    const stores = command.kind === 'write' || readRepair === 'before'
    const needed = Math.max(gathers ? r : 1, stores ? w : 1)
    this.jobs.set(id, { ...base, phase: 'gather', copy, isSent: false })
    if (this.heardLately().size + 1 < needed) {
      this.serveAlone(id)
      return
    }
    this.setTimer(String(id), this.common.patienceMs)
    if (!gathers) {
      this.store(id, this.nextVersion(copy, request))
      return
    }
    if (r > 1) this.broadcast({ type: 'get', id, key })
    this.onGathered(id)
  }

  private nextVersion(newest: Versioned, { command }: ClientRequest): Versioned {
    const value = command.kind === 'write' ? command.value : newest.value
    const version = this.mode.versions === 'clock' ? this.now() : newest.version + 1
    return { value, version, writer: this.id }
  }

  private onGathered(id: number): void {
    const job = this.jobs.get(id)
    if (job === undefined || job.phase !== 'gather' || job.copies.size < this.mode.r) return
    const { request, copies } = job
    const newest = [...copies.values()].reduce((a, b) => (isNewer(b, a) ? b : a))
    const key = this.keyOf(request.command)
    if (request.command.kind === 'write') {
      // Another write of this node may have taken a version since its own copy was looked at.
      const own = this.copyOf(key)
      this.store(id, this.nextVersion(isNewer(own, newest) ? own : newest, request))
      return
    }
    if (this.mode.readRepair === 'before') {
      this.store(id, newest)
      return
    }
    if (this.mode.readRepair === 'after') {
      this.adopt(key, newest)
      for (const [node, copy] of copies) {
        if (node !== this.id && isNewer(newest, copy)) {
          this.send(node, { type: 'put', id, key, copy: newest })
        }
      }
    }
    this.finish(id, newest.value)
  }

  private store(id: number, copy: Versioned): void {
    const job = this.jobs.get(id)
    if (job === undefined) return
    const key = this.keyOf(job.request.command)
    this.adopt(key, copy)
    const holders = new Set([this.id])
    this.jobs.set(id, { ...job, phase: 'store', copy, holders, isSent: true })
    this.broadcast({ type: 'put', id, key, copy })
    this.onStored(id)
  }

  private onStored(id: number): void {
    const job = this.jobs.get(id)
    if (job?.phase === 'store' && job.holders.size >= this.mode.w) this.finish(id, job.copy.value)
  }

  protected override onProtocolMessage(from: NodeId, message: LeaderlessMessage): void {
    const { id } = message
    switch (message.type) {
      case 'get':
        this.send(from, { type: 'got', id, copy: this.copyOf(message.key) })
        return
      case 'got':
        this.jobs.get(id)?.copies.set(from, message.copy)
        this.onGathered(id)
        return
      case 'put':
        this.adopt(message.key, message.copy)
        this.send(from, { type: 'stored', id })
        return
      case 'stored':
        this.jobs.get(id)?.holders.add(from)
        this.onStored(id)
    }
  }

  protected override onProtocolTimer(name: string): void {
    const id = Number(name)
    if (!this.jobs.has(id)) return
    if (this.common.whenCutOff === 'wait') this.askAgain(id)
    else this.serveAlone(id)
  }

  protected override onContact(): void {
    for (const id of this.jobs.keys()) this.askAgain(id)
  }

  private askAgain(id: number): void {
    const job = this.jobs.get(id)
    if (job === undefined) return
    const key = this.keyOf(job.request.command)
    if (job.phase === 'store') this.broadcast({ type: 'put', id, key, copy: job.copy })
    else this.begin(job.request)
    this.setTimer(String(id), this.common.patienceMs)
  }

  /** Too few nodes in reach: what the setting says, as far as it can be said without a lie. */
  private serveAlone(id: number): void {
    const job = this.jobs.get(id)
    if (job === undefined || this.common.whenCutOff === 'wait') return
    const { request, copies, copy, isSent } = job
    const isWrite = request.command.kind === 'write'
    if (this.common.whenCutOff === 'answer') {
      const newest = [...copies.values()].reduce((a, b) => (isNewer(b, a) ? b : a))
      if (isWrite && !isSent) this.store(id, this.nextVersion(newest, request))
      this.finish(id, isWrite ? copy.value : newest.value)
    } else if (!(isWrite && isSent)) {
      this.jobs.delete(id)
      this.cancelTimer(String(id))
      this.refuse(request, 'too few nodes in reach')
    }
  }

  private finish(id: number, value: Value): void {
    const job = this.jobs.get(id)
    if (job === undefined) return
    this.jobs.delete(id)
    this.cancelTimer(String(id))
    this.reply(job.request, value)
  }
}
