/**
 * A wish list on several devices, each of which changes it alone and tells the others afterwards,
 * again and again until they confirm. What a device does with a list that arrives is `merge`:
 *
 * - `whole`: the list is one value, and the later Lamport stamp wins;
 * - `union`: a grow-only set, all elements of both. Removing takes an element out here, and the
 *   next merge brings it back;
 * - `tags`: an OR-Set (Shapiro et al., INRIA RR-7506, 2011, section 3.3.5). Each addition has a tag
 *   of its own; a removal takes away the tags that it has seen, and an addition that it has not
 *   seen survives.
 *
 * Left out: crashes, and ever forgetting the tags that were taken away.
 */
import { Node, type NodeId, type Request } from '#kit/node.ts'

export type SetCommand =
  | { readonly kind: 'add' | 'remove'; readonly value: string }
  | { readonly kind: 'read' }

export interface SetSettings {
  readonly merge: 'whole' | 'union' | 'tags'
  readonly initial: readonly string[]
}

interface State {
  readonly list: readonly string[]
  readonly stamp: number
  readonly author: NodeId
  /** Of `tags` alone: each tag with its element, and the tags that were taken away. */
  readonly tags: Readonly<Record<string, string>>
  readonly gone: readonly string[]
}

type SetMessage =
  | { readonly type: 'state'; readonly version: number; readonly state: State }
  | { readonly type: 'got'; readonly version: number }

/** How long a device waits before it sends again what was not confirmed, in milliseconds. */
const RESEND_MS = 60

export class MergingSet extends Node<SetMessage, SetCommand, readonly string[]> {
  static override readonly watched: readonly string[] = ['list']

  list: readonly string[] = [...this.rules.initial]
  stamp = 0
  author: NodeId = ''
  tags: Readonly<Record<string, string>> = Object.fromEntries(
    this.rules.initial.map((element) => [`first ${element}`, element]),
  )
  gone: readonly string[] = []
  /** Grows with each change of the state, local or merged. */
  version = 0
  readonly confirmed = new Map<NodeId, number>()

  override onStart() {
    this.setTimer('resend', RESEND_MS)
  }

  override onRequest(request: Request<SetCommand>) {
    const { command } = request
    if (command.kind !== 'read') this.change(command.kind, command.value)
    this.reply(request, this.list)
  }

  override onMessage(from: NodeId, message: SetMessage) {
    const { version } = message
    if (message.type === 'got') {
      this.confirmed.set(from, Math.max(version, this.confirmed.get(from) ?? 0))
      return
    }
    this.send(from, { type: 'got', version })
    const before = JSON.stringify(this.state)
    this.take(message.state)
    if (JSON.stringify(this.state) !== before) this.tell()
  }

  override onTimer() {
    for (const peer of this.peers) {
      if ((this.confirmed.get(peer) ?? 0) >= this.version) continue
      this.send(peer, { type: 'state', version: this.version, state: this.state })
    }
    this.setTimer('resend', RESEND_MS)
  }

  get rules(): SetSettings {
    return this.settings as unknown as SetSettings
  }

  get state(): State {
    const { list, stamp, author, tags, gone } = this
    return { list, stamp, author, tags, gone }
  }

  change(kind: 'add' | 'remove', element: string) {
    this.stamp += 1
    this.author = this.id
    if (kind === 'add') {
      this.tags = { ...this.tags, [`${this.id} ${this.stamp}`]: element }
      this.list = sorted([...this.list, element])
    } else {
      const seen = Object.keys(this.tags).filter((tag) => this.tags[tag] === element)
      this.gone = sorted([...this.gone, ...seen])
      this.list = this.list.filter((other) => other !== element)
    }
    this.tell()
  }

  /** Sends a state that is new to the others. */
  tell() {
    this.version += 1
    this.broadcast({ type: 'state', version: this.version, state: this.state })
  }

  take(other: State) {
    const { merge } = this.rules
    if (merge === 'whole') {
      const isLater =
        other.stamp > this.stamp || (other.stamp === this.stamp && other.author > this.author)
      if (isLater) {
        this.list = other.list
        this.author = other.author
      }
    } else if (merge === 'union') {
      this.list = sorted([...this.list, ...other.list])
    } else {
      this.tags = { ...this.tags, ...other.tags }
      this.gone = sorted([...this.gone, ...other.gone])
      const kept = Object.entries(this.tags).filter(([tag]) => !this.gone.includes(tag))
      this.list = sorted(kept.map(([, element]) => element))
    }
    this.stamp = Math.max(this.stamp, other.stamp)
  }
}

/** Each once, in the order of the alphabet, so that equal sets are equal lists. */
function sorted(elements: readonly string[]): readonly string[] {
  return [...new Set(elements)].sort((a, b) => (a < b ? -1 : Number(a > b)))
}
