/**
 * What the replicated registers have in common: a copy of every key, versions that decide which
 * of two values is newer, signs of life, and what a node does when it is cut off.
 *
 * Commands are `{kind: 'read', key?}` and `{kind: 'write', key?, value}`; without a key there is
 * one register. Left out: disks (so no crashes), and changes of leader.
 */
import { Node, type NodeId, type Request } from '#kit/node.ts'

export type Value = number | string | boolean | null

export type RegisterCommand =
  | { readonly kind: 'read'; readonly key?: string }
  | { readonly kind: 'write'; readonly key?: string; readonly value: Value }

/** A value and when it was written, as far as the protocol can tell. */
export interface Versioned {
  readonly value: Value
  /** Grows with each write; wall-clock milliseconds where settings say so. */
  readonly version: number
  /** Breaks ties: of two writes with one version, that of the later name wins. */
  readonly writer: NodeId
}

/** What every scenario of a replicated register sets. */
export interface CommonSettings {
  /** What each key holds before anybody wrote. */
  readonly initial: Value
  /**
   * What a node does that cannot reach those whom it needs: `answer` from its own copy (and take
   * writes there), `refuse` with an error, or `wait` for as long as it takes. A write that was
   * already sent is never refused, because it may have been carried out.
   */
  readonly whenCutOff: 'answer' | 'refuse' | 'wait'
  /** How long a node waits for an answer, and how long it believes an old sign of life. */
  readonly patienceMs: number
  /** Signs of life are sent so often; 0: none, and only silence after a question tells. */
  readonly beatMs: number
  /** Copies are compared with another node so often, in turn; 0: never. */
  readonly repairMs: number
}

export type ClientRequest = Request<RegisterCommand>

export type CommonMessage =
  | { readonly type: 'beat' }
  /** All that I have: take what is newer. */
  | { readonly type: 'repair'; readonly copies: Readonly<Record<string, Versioned>> }

/** The key of commands that name none. */
const ONLY_KEY = ''
const BEAT = 'beat'
const REPAIR = 'repair'

export abstract class RegisterNode<Message> extends Node<
  Message | CommonMessage,
  RegisterCommand,
  Value
> {
  static override readonly watched: readonly string[] = ['copies', 'cutOff']

  /** By key; a key that nobody wrote is not here. */
  copies: Record<string, Versioned> = {}
  /** This node does not hear from as many others as it needs. */
  cutOff = false
  readonly heardAt = new Map<NodeId, number>()
  #repaired = 0

  get common(): CommonSettings {
    return this.settings as unknown as CommonSettings
  }

  /** Whether this node can do all of its work when it has heard from those lately. */
  protected abstract reachesEnough(heard: ReadonlySet<NodeId>): boolean
  protected abstract onProtocolMessage(from: NodeId, message: Message): void
  protected abstract onProtocolTimer(name: string): void
  /** The node may have got its contact back. */
  protected abstract onContact(): void

  override onStart(): void {
    const { beatMs, repairMs } = this.common
    for (const peer of this.peers) this.heardAt.set(peer, this.now())
    if (beatMs > 0) this.beat()
    if (repairMs > 0) this.setTimer(REPAIR, repairMs)
  }

  override onMessage(from: NodeId, message: Message | CommonMessage): void {
    this.heardAt.set(from, this.now())
    if (isCommon(message)) {
      if (message.type === 'repair') for (const key in message.copies) this.adoptFrom(message, key)
    } else {
      this.onProtocolMessage(from, message)
    }
    this.lookAround()
  }

  override onTimer(name: string): void {
    if (name === BEAT) this.beat()
    else if (name === REPAIR) this.repair()
    else this.onProtocolTimer(name)
  }

  keyOf({ key = ONLY_KEY }: RegisterCommand): string {
    return key
  }

  /** This node's copy of a key. */
  copyOf(key: string): Versioned {
    return this.copies[key] ?? { value: this.common.initial, version: 0, writer: '' }
  }

  /** Takes a copy over when it is newer than the one here. */
  adopt(key: string, copy: Versioned): void {
    if (isNewer(copy, this.copyOf(key))) this.copies[key] = copy
  }

  private adoptFrom(
    { copies }: { readonly copies: Readonly<Record<string, Versioned>> },
    key: string,
  ): void {
    const copy = copies[key]
    if (copy !== undefined) this.adopt(key, copy)
  }

  private beat(): void {
    this.broadcast({ type: 'beat' })
    this.setTimer(BEAT, this.common.beatMs)
    this.lookAround()
  }

  /** Compares notes with one other node, each in turn. */
  private repair(): void {
    const peer = this.peers[this.#repaired % Math.max(1, this.peers.length)]
    this.#repaired += 1
    if (peer !== undefined) this.send(peer, { type: 'repair', copies: this.copies })
    this.setTimer(REPAIR, this.common.repairMs)
  }

  /** The other nodes of which there was a sign of life; without such signs, it takes it all are. */
  protected heardLately(): ReadonlySet<NodeId> {
    if (this.common.beatMs === 0) return new Set(this.peers)
    const since = this.now() - this.common.patienceMs
    return new Set(this.peers.filter((peer) => (this.heardAt.get(peer) ?? since) > since))
  }

  private lookAround(): void {
    const was = this.cutOff
    this.cutOff = !this.reachesEnough(this.heardLately())
    if (was && !this.cutOff) this.onContact()
  }
}

/** Of two versions the greater wins, of two writers of one version the later name. */
export function isNewer(a: Versioned, b: Versioned): boolean {
  return a.version > b.version || (a.version === b.version && a.writer > b.writer)
}

function isCommon(message: unknown): message is CommonMessage {
  const { type } = message as { readonly type: string }
  return type === 'beat' || type === 'repair'
}
