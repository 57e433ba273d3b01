/**
 * Tells a path of the search as the events of a trace, so that diagrams, stories and claims
 * work on it as on a simulated run. A transition takes a millisecond, so that each has a
 * time of its own in a picture; no node can see it.
 */
import { assertNever, present } from '../assert.ts'
import type { Effect } from '../sim/effect.ts'
import type { EventDraft, EventId, MessageId, NodeId, TraceEvent } from '../trace/event.ts'
import { failureOf } from './apply-move.ts'
import type { CallFailure, CallOutcome } from './call-outcome.ts'
import type { Move } from './moves.ts'
import type { PackedWorld } from './packed-world.ts'
import { Space } from './space.ts'
import type { InFlight } from './world.ts'

const MICROS_PER_TRANSITION = 1_000

/** Something under way: its number in the trace, and the event that sent it. */
interface Sent {
  readonly message: MessageId
  readonly event: EventId
}

export class PathTrace {
  events: TraceEvent[] = []
  readonly #space: Space
  /** By number in the space. Copies of a message are alike: the oldest one is the first to go. */
  #underWay = new Map<number, readonly Sent[]>()
  /** The event that set a timer or started an operation. */
  #startedBy = new Map<string, EventId>()
  #incarnations: number[]
  #now = 0
  #messageCount = 0
  #cutCount = 0

  constructor(space: Space) {
    this.#space = space
    this.#incarnations = space.scope.nodes.map(() => 0)
  }

  /** Another one that goes on from here; this one stays as it is. */
  fork(): PathTrace {
    const copy = new PathTrace(this.#space)
    copy.events = [...this.events]
    copy.#underWay = new Map(this.#underWay)
    copy.#startedBy = new Map(this.#startedBy)
    copy.#incarnations = [...this.#incarnations]
    copy.#now = this.#now
    copy.#messageCount = this.#messageCount
    copy.#cutCount = this.#cutCount
    return copy
  }

  /** The first start of a node, before the first transition. */
  boot(world: PackedWorld, move: Move): void {
    const node = this.#node(move.place)
    const incarnation = this.#bootCount(move.place)
    this.#call(world, move, { kind: 'boot', node, incarnation, cause: -1 })
  }

  /** One more transition; `world` is the one that it leaves. */
  take(world: PackedWorld, move: Move): void {
    this.#now += MICROS_PER_TRANSITION
    const { kind, place, slot } = move
    switch (kind) {
      case 'deliver':
        return this.#deliver(world, move)
      case 'lose':
        return this.#drop(world[slot] as number, 'loss')
      case 'duplicate':
        return this.#duplicate(world[slot] as number)
      case 'timer': {
        const node = this.#node(place)
        const cause = this.#startedBy.get(`${node} ${move.timer}`) ?? -1
        return this.#call(world, move, { kind, node, name: move.timer, cause })
      }
      case 'restart':
        return this.boot(world, move)
      case 'crash':
        return this.#crash(this.#node(place), present(move.outcome, 'it crashed'))
      case 'invoke':
        return this.#invoke(world, place)
      case 'give-up': {
        const cause = this.#startedBy.get(`${place + 1}`) ?? -1
        return this.#complete(place + 1, 'info', 'null', cause)
      }
      case 'cut': {
        const { label, links } = present(this.#space.cuts[place], 'the cut is known')
        this.#record({ kind, cut: ++this.#cutCount, label, links, cause: -1 })
        return
      }
      case 'heal':
        this.#record({ kind, cut: this.#cutCount, cause: -1 })
        return
      default:
        assertNever(kind)
    }
  }

  /** The last event, without which a trace is not over. */
  end(): void {
    const last = this.events.at(-1)
    const isThrow = last?.kind === 'threw'
    const reason = isThrow ? 'threw' : 'stopped'
    const detail = isThrow ? `${last.node} threw` : 'the exploration ends here'
    this.#record({ kind: 'end', reason, detail, cause: -1 })
  }

  #deliver(world: PackedWorld, move: Move): void {
    const number = world[move.slot] as number
    const { inFlight, target } = this.#space.message(number)
    const { kind, from, operation, body } = inFlight
    if (target >= 0 && move.outcome === null) return this.#drop(number, 'down')
    const sent = this.#arrived(number)
    const cause = sent.event
    if (kind === 'message') {
      const node = this.#node(target)
      return this.#call(world, move, { kind: 'receive', node, from, message: sent.message, cause })
    }
    if (kind === 'request') {
      const node = this.#node(target)
      return this.#call(world, move, { kind, node, client: from, operation, cause })
    }
    const at = this.#space.layout.operationsAt + operation - 1
    if (world[at] === Space.RUNNING) this.#complete(operation, kind, body, cause)
  }

  #call(world: PackedWorld, move: Move, draft: EventDraft & { readonly node: NodeId }): void {
    const event = this.#record(draft)
    const outcome = present(move.outcome, 'a call has an outcome')
    const failure = failureOf(this.#space, world, move)
    if (failure !== null) return this.#fail(draft.node, event, failure)
    this.#effects(draft.node, outcome, event, this.#space.cutInForce(world)?.cutLinks)
    if (outcome.crash !== null) this.#crash(draft.node, outcome)
  }

  #effects(
    node: NodeId,
    { effects, sent }: CallOutcome,
    cause: EventId,
    cutLinks: ReadonlySet<number> | undefined,
  ): void {
    let index = 0
    for (const effect of effects) {
      if (effect.kind === 'send' || effect.kind === 'reply') {
        this.#send(node, effect, sent[index++] as number, cause, cutLinks)
        continue
      }
      const event = this.#record({ ...effect, node, cause })
      if (effect.kind === 'set-timer') this.#startedBy.set(`${node} ${effect.name}`, event)
    }
  }

  #send(
    node: NodeId,
    effect: Effect & { readonly kind: 'send' | 'reply' },
    number: number,
    cause: EventId,
    cutLinks: ReadonlySet<number> | undefined,
  ): void {
    const { inFlight, link } = this.#space.message(number)
    const message = effect.kind === 'send' ? ++this.#messageCount : 0
    const event = this.#record(
      effect.kind === 'send'
        ? { ...effect, node, message, cause }
        : { ...effect, node, client: inFlight.to, cause },
    )
    this.#setOut(number, { message, event })
    if (cutLinks?.has(link)) this.#drop(number, 'cut')
  }

  #duplicate(number: number): void {
    const { from, to } = this.#space.message(number).inFlight
    const { message, event } = present(this.#underWay.get(number)?.[0], 'it is under way')
    const copy = ++this.#messageCount
    const cause = this.#record({ kind: 'duplicate', message, copy, from, to, cause: event })
    this.#setOut(number, { message: copy, event: cause })
  }

  #drop(number: number, reason: 'loss' | 'down' | 'cut'): void {
    const { message, event: cause } = this.#arrived(number, reason === 'cut' ? 'newest' : 'oldest')
    const { from, to } = this.#space.message(number).inFlight
    const cut = reason === 'cut' ? this.#cutCount : 0
    this.#record({ kind: 'drop', message, from, to, reason, cut, cause })
  }

  #invoke(world: PackedWorld, place: number): void {
    const operation = place + 1
    const { client, node, body } = present(
      this.#space.scope.operations[place],
      'it is in the scope',
    )
    const text = JSON.stringify(body)
    const request: InFlight = { kind: 'request', from: client, to: node, body: text, operation }
    const number = this.#space.messageOf(request)
    const event = this.#record({ kind: 'invoke', client, operation, node, body: text, cause: -1 })
    this.#startedBy.set(`${operation}`, event)
    this.#setOut(number, { message: 0, event })
    const { link } = this.#space.message(number)
    if (this.#space.cutInForce(world)?.cutLinks.has(link)) this.#drop(number, 'cut')
  }

  #complete(
    operation: number,
    outcome: 'ok' | 'fail' | 'info',
    body: string,
    cause: EventId,
  ): void {
    const { client } = present(this.#space.scope.operations[operation - 1], 'it is in the scope')
    this.#record({ kind: 'complete', client, operation, outcome, body, cause })
  }

  #crash(node: NodeId, { writesLost }: CallOutcome): void {
    this.#record({ kind: 'crash', node, writesLost, tornKey: null, cause: -1 })
  }

  #fail(node: NodeId, cause: EventId, failure: CallFailure): void {
    if (failure.kind !== 'threw') return
    const { name, message } = failure
    this.#record({ kind: 'threw', node, name, message, cause })
  }

  #setOut(number: number, sent: Sent): void {
    this.#underWay.set(number, [...(this.#underWay.get(number) ?? []), sent])
  }

  #arrived(number: number, which: 'oldest' | 'newest' = 'oldest'): Sent {
    const copies = present(this.#underWay.get(number), 'it is under way')
    this.#underWay.set(number, which === 'oldest' ? copies.slice(1) : copies.slice(0, -1))
    return present(copies.at(which === 'oldest' ? 0 : -1), 'it is under way')
  }

  #bootCount(place: number): number {
    const count = (this.#incarnations[place] as number) + 1
    this.#incarnations[place] = count
    return count
  }

  #node(place: number): NodeId {
    return present(this.#space.scope.nodes[place], 'the node is in the scope')
  }

  #record(draft: EventDraft): EventId {
    const id = this.events.length
    this.events.push({ id, at: this.#now, ...draft })
    return id
  }
}
