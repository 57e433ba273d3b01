// Another shape: a put is on the coordinator’s disk as a hint for every replica before anything is
// sent, and each confirmation takes one away; there is one kind of message that stores. A read
// makes hints for those that it finds behind. A substitute keeps all hints of a put, not only one.
import {
  type Command,
  type Copy,
  type Hint,
  type NodeId,
  QuorumNode,
  type Request,
} from 'netsplit/quorum-hints'

type Talk =
  | { readonly type: 'Give'; readonly hint: Hint }
  | { readonly type: 'Got'; readonly hint: Hint }
  | { readonly type: 'Hold'; readonly hints: readonly Hint[] }
  | { readonly type: 'Held'; readonly hint: Hint }
  | { readonly type: 'Ask'; readonly id: number; readonly key: string }
  | { readonly type: 'Tell'; readonly id: number; readonly copy?: Copy }

type Pending = {
  readonly request: Request<Command>
  readonly mine: string
  readonly from: Record<NodeId, Copy | undefined>
  readonly copy?: Copy
  isOpen: boolean
  asked: number
}

const EVERY_MS = 150
const PATIENCE_MS = 350
const NEXT_MS = 40

export class WriteAhead extends QuorumNode<Talk> {
  private pending: Pending[] = []

  override onStart() {
    const { copies = {}, hints = [] } = (this.disk.read('all') ?? {}) as Partial<QuorumNode>
    this.copies = copies
    this.hints = hints
    this.setTimer('every', EVERY_MS)
  }

  override onRequest(request: Request<Command>) {
    const { id, command } = request
    const { key } = command
    const replicas = this.replicasOf(key)
    this.setTimer(`${id}`, PATIENCE_MS)
    this.setTimer(`next ${id}`, NEXT_MS)
    if (command.op === 'get') {
      this.pending.push({ request, mine: '', from: {}, isOpen: true, asked: this.n })
      for (const to of replicas) this.send(to, { type: 'Ask', id, key })
      return
    }
    const copy = { value: command.value, version: this.newVersion() }
    this.pending.push({ request, mine: stamp(copy), copy, from: {}, isOpen: true, asked: this.n })
    this.give(replicas.map((replica) => ({ for: replica, key, copy })))
  }

  override onMessage(from: NodeId, talk: Talk) {
    switch (talk.type) {
      case 'Give': {
        const { key, copy } = talk.hint
        const own = this.copies[key]
        if (own === undefined || stamp(own) < stamp(copy)) {
          this.copies = { ...this.copies, [key]: copy }
          this.store()
        }
        return this.send(from, { type: 'Got', hint: talk.hint })
      }
      case 'Got':
        return this.got(from, talk.hint)
      case 'Hold': {
        this.hints = newest([...this.hints, ...talk.hints])
        this.store()
        const [hint] = talk.hints
        return hint && this.send(from, { type: 'Held', hint })
      }
      case 'Held':
        return this.confirmed(from, talk.hint)
      case 'Ask': {
        const hinted = this.hints.filter(({ key }) => key === talk.key).map((hint) => hint.copy)
        const own = this.copies[talk.key]
        const copy = bestOf(own === undefined ? hinted : [...hinted, own])
        return this.send(from, { type: 'Tell', id: talk.id, ...(copy && { copy }) })
      }
      case 'Tell':
        return this.told(from, talk.id, talk.copy)
    }
  }

  override onTimer(name: string) {
    if (name === 'every') {
      for (const hint of this.hints) this.send(hint.for, { type: 'Give', hint })
      return this.setTimer('every', EVERY_MS)
    }
    if (name.startsWith('next ')) return this.askNext(name)
    const pending = this.pending.find(({ request }) => `${request.id}` === name)
    this.pending = this.pending.filter((one) => one !== pending)
    if (pending?.isOpen !== true) return
    if (pending.mine === '') this.refuse(pending.request, 'no quorum')
    else this.giveUp(pending.request)
  }

  private got(from: NodeId, { key, copy }: Hint) {
    const isDone = (hint: Hint) =>
      hint.for === from && hint.key === key && stamp(hint.copy) <= stamp(copy)
    if (this.hints.some(isDone)) {
      this.hints = this.hints.filter((hint) => !isDone(hint))
      this.store()
    }
    this.confirmed(from, { for: from, key, copy })
  }

  private confirmed(from: NodeId, { copy }: Hint) {
    for (const pending of this.pending) {
      if (pending.mine !== stamp(copy) || !pending.isOpen) continue
      pending.from[from] = copy
      if (Object.keys(pending.from).length < this.w) continue
      pending.isOpen = false
      this.reply(pending.request, null)
    }
  }

  /** One node more of the list, until enough have answered or there are no more. */
  private askNext(name: string) {
    const pending = this.pending.find(({ request }) => `next ${request.id}` === name)
    if (pending?.isOpen !== true) return
    const { id, command } = pending.request
    const list = this.preferenceList(command.key)
    const count = this.n - this.replicasOf(command.key).filter((one) => one in pending.from).length
    const { copy } = pending
    const isSilent = (replica: NodeId) => !(replica in pending.from)
    const silent = this.replicasOf(command.key).filter(isSilent)
    const hints = silent.flatMap((one) => (copy ? [{ for: one, key: command.key, copy }] : []))
    for (const to of list.slice(pending.asked, pending.asked + count)) {
      if (command.op === 'get') this.send(to, { type: 'Ask', id, key: command.key })
      else this.send(to, { type: 'Hold', hints })
    }
    pending.asked += count
    if (pending.asked < list.length) this.setTimer(name, NEXT_MS)
  }

  private told(from: NodeId, id: number, copy: Copy | undefined) {
    const pending = this.pending.find(({ request }) => request.id === id)
    if (pending === undefined || from in pending.from) return
    pending.from[from] = copy
    const heard = Object.entries(pending.from)
    if (heard.length < this.r) return
    const best = bestOf(heard.flatMap(([, one]) => one ?? []))
    if (pending.isOpen) this.reply(pending.request, best?.value ?? null)
    pending.isOpen = false
    if (best === undefined) return
    const { key } = pending.request.command
    const behind = heard.filter(
      ([node, one]) =>
        this.replicasOf(key).includes(node) && (one === undefined || stamp(one) < stamp(best)),
    )
    for (const [replica] of behind) pending.from[replica] = best
    this.give(behind.map(([replica]) => ({ for: replica, key, copy: best })))
  }

  private give(hints: readonly Hint[]) {
    if (hints.length === 0) return
    this.hints = newest([...this.hints, ...hints])
    this.store()
    for (const hint of hints) this.send(hint.for, { type: 'Give', hint })
  }

  private store() {
    this.disk.write('all', { copies: this.copies, hints: this.hints })
    this.disk.sync()
  }
}

/** Of two hints for the same replica and key the newer one is enough. */
function newest(hints: readonly Hint[]): readonly Hint[] {
  const byPlace = new Map<string, Hint>()
  for (const hint of hints) {
    const place = `${hint.for} ${hint.key}`
    const known = byPlace.get(place)
    if (known === undefined || stamp(known.copy) < stamp(hint.copy)) byPlace.set(place, hint)
  }
  return [...byPlace.values()]
}

function bestOf(copies: readonly Copy[]): Copy | undefined {
  return copies.reduce<Copy | undefined>(
    (best, copy) => (best === undefined || stamp(best) < stamp(copy) ? copy : best),
    undefined,
  )
}

/** Text that sorts as versions do: times have at most nine digits here. */
function stamp({ version: { time, writer } }: Copy): string {
  return `${String(time).padStart(9, '0')} ${writer}`
}
