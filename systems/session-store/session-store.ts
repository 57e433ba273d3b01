/**
 * Replicas that each take reads and writes alone and tell each other afterwards. What keeps causes
 * before effects is who remembers them (`causes`):
 *
 * - `nobody`: a write shows as soon as it arrives;
 * - `replica`: a write carries all that its replica had when it took it, and shows elsewhere only
 *   once all of that is there. For clients that stay with one replica this is causal consistency
 *   (Ahamad et al. 1995; COPS, SOSP 2011, tracks less and needs no such stickiness);
 * - `session`: the same, but what counts is what the client's own session saw and wrote. The node
 *   `gate` keeps one token for each client and sends it along; a replica that lacks something in it
 *   waits. This gives the four session guarantees (Terry et al., PDIS 1994) while clients move.
 *
 * `order` says how a feed is sorted and which of two values of a key wins: as writes came
 * (`arrival`) or by Lamport's stamps (`stamp`). Stamps put what has arrived in an order that causes
 * never contradict; they do not tell what has not arrived.
 *
 * Left out: resending, crashes, and a gate that forgets.
 */
import { Node, type NodeId, type Request } from '#kit/node.ts'
import { atLeast, merged, type Vector } from './vector.ts'

export type SessionCommand =
  | { readonly kind: 'write'; readonly key: string; readonly value: number; readonly via?: NodeId }
  | { readonly kind: 'read'; readonly key: string; readonly via?: NodeId }
  /** The keys written so far, in the replica's order. */
  | { readonly kind: 'feed' }

export interface SessionSettings {
  readonly causes: 'nobody' | 'replica' | 'session'
  readonly order: 'arrival' | 'stamp'
}

interface Write {
  readonly key: string
  readonly value: number
  /** The replica that took it, and its number among that replica's writes. */
  readonly origin: NodeId
  readonly number: number
  /** Lamport's clock, for order alone. */
  readonly stamp: number
  /** What must be there before this may show. */
  readonly causes: Vector
}

type Answer = number | readonly string[]

type SessionMessage =
  | { readonly type: 'write'; readonly write: Write }
  /** From the gate: carry this out for a session once you have what it needs. */
  | {
      readonly type: 'request'
      readonly request: number
      readonly command: SessionCommand
      readonly needs: Vector
    }
  | {
      readonly type: 'answer'
      readonly request: number
      readonly answer: Answer
      readonly seen: Vector
    }

interface Waiting {
  readonly command: SessionCommand
  readonly needs: Vector
  readonly done: (answer: Answer, seen: Vector) => void
}

/** The node that speaks for clients and keeps their tokens. */
const GATE = 'gate'

export class SessionStore extends Node<SessionMessage, SessionCommand, Answer> {
  static override readonly watched: readonly string[] = ['shown']

  /** The replica's feed, for the drawing. */
  shown: readonly string[] = []
  /** All writes that show, in order of arrival. */
  visible: Write[] = []
  /** Writes that arrived before their causes. */
  early: Write[] = []
  /** How many writes of each replica show here. */
  have: Vector = {}
  clock = 0
  waiting: Waiting[] = []
  /** At the gate: requests under way, and one token for each client. */
  readonly asked = new Map<number, Request<SessionCommand>>()
  readonly tokens = new Map<string, Vector>()

  override onRequest(request: Request<SessionCommand>) {
    const { id, client, command } = request
    if (this.id !== GATE) {
      this.whenReady({ command, needs: {}, done: (answer) => this.reply(request, answer) })
      return
    }
    const via = 'via' in command ? command.via : undefined
    if (via === undefined) {
      this.refuse(request, 'say which replica to ask, in `via`')
      return
    }
    this.asked.set(id, request)
    const needs = this.rules.causes === 'session' ? (this.tokens.get(client) ?? {}) : {}
    this.send(via, { type: 'request', request: id, command, needs })
  }

  override onMessage(from: NodeId, message: SessionMessage) {
    switch (message.type) {
      case 'write':
        if (this.id === GATE) return
        this.early.push(message.write)
        this.showReady()
        return
      case 'request': {
        const { request, command, needs } = message
        const done = (answer: Answer, seen: Vector) =>
          this.send(from, { type: 'answer', request, answer, seen })
        this.whenReady({ command, needs, done })
        return
      }
      case 'answer': {
        const asked = this.asked.get(message.request)
        if (asked === undefined) return
        this.asked.delete(message.request)
        this.tokens.set(asked.client, merged(this.tokens.get(asked.client) ?? {}, message.seen))
        this.reply(asked, message.answer)
      }
    }
  }

  get rules(): SessionSettings {
    return this.settings as unknown as SessionSettings
  }

  whenReady(waiting: Waiting) {
    const { command, needs, done } = waiting
    if (!atLeast(this.have, needs)) this.waiting.push(waiting)
    else if (command.kind === 'write') this.takeWrite(command, waiting)
    else if (command.kind === 'feed') done(this.shown, this.have)
    else done(this.latest(command.key), this.have)
  }

  takeWrite({ key, value }: SessionCommand & { kind: 'write' }, { needs, done }: Waiting) {
    this.clock += 1
    const number = (this.have[this.id] ?? 0) + 1
    const causes = this.rules.causes === 'replica' ? { ...this.have } : needs
    const write = { key, value, origin: this.id, number, stamp: this.clock, causes }
    this.show(write)
    this.broadcast({ type: 'write', write })
    done(value, { [this.id]: number })
  }

  /** Shows what arrived early and now has its causes, as often as that lets more show. */
  showReady() {
    for (;;) {
      const next = this.early.find((write) => this.mayShow(write))
      if (next === undefined) break
      this.early = this.early.filter((write) => write !== next)
      this.show(next)
    }
    const waiting = this.waiting
    this.waiting = []
    for (const each of waiting) this.whenReady(each)
  }

  mayShow({ origin, number, causes }: Write): boolean {
    if (this.rules.causes === 'nobody') return true
    return (this.have[origin] ?? 0) === number - 1 && atLeast(this.have, causes)
  }

  show(write: Write) {
    this.clock = Math.max(this.clock, write.stamp)
    this.visible.push(write)
    this.have = merged(this.have, { [write.origin]: write.number })
    this.shown = this.sorted().map(({ key }) => key)
  }

  sorted(): readonly Write[] {
    if (this.rules.order === 'arrival') return this.visible
    const byStamp = (a: Write, b: Write) =>
      a.stamp - b.stamp || (a.origin < b.origin ? -1 : Number(a.origin > b.origin))
    return [...this.visible].sort(byStamp)
  }

  latest(key: string): number {
    return this.sorted().findLast((write) => write.key === key)?.value ?? 0
  }
}
