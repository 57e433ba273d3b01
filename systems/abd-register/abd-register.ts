/**
 * A register without a leader: any node coordinates, and a majority of the voters decides
 * (Attiya, Bar-Noy, Dolev 1995). A coordinator asks a majority for their versions, then
 * stores at a majority: a write stores a newer version, a read stores what it is about to
 * return, so that no later read goes back. It asks again until it has its answers.
 *
 * With one voter this is a register with a home: the voter is the only place that counts.
 *
 * Linearizable on any network. An operation ends when the coordinator and a majority of the
 * voters hear each other for two round trips; it needs no leader and no clock.
 *
 * Left out: disks (so no crashes).
 */
import { Node, type NodeId, type Request } from '#kit/node.ts'

export type AbdCommand =
  | { readonly kind: 'read' }
  | { readonly kind: 'write'; readonly value: number }

/** What the scenario sets. */
export interface AbdSettings {
  /** The nodes that hold the register. */
  readonly voters: readonly NodeId[]
  readonly initial: number
  /** How long a coordinator waits before it asks again. */
  readonly againMs: number
}

/** A value with its version: the count first, the writer's name breaks ties. */
interface Versioned {
  readonly count: number
  readonly writer: NodeId
  readonly value: number
}

type Phase = 'query' | 'store'

type AbdMessage =
  | { readonly type: 'query'; readonly task: number }
  | { readonly type: 'store'; readonly task: number; readonly register: Versioned }
  | {
      readonly type: 'heard'
      readonly task: number
      readonly phase: Phase
      readonly register: Versioned
    }

interface Task {
  readonly request: Request<AbdCommand>
  readonly phase: Phase
  readonly heardFrom: readonly NodeId[]
  /** The newest register heard of; in the second phase, the one to store. */
  readonly register: Versioned
}

export class AbdRegister extends Node<AbdMessage, AbdCommand, number> {
  static override readonly watched: readonly string[] = ['value']

  register: Versioned = { count: 0, writer: '', value: this.options.initial }
  readonly tasks = new Map<number, Task>()
  /** The highest count that this node gave a write: two of its writes may be under way at once. */
  given = 0

  get options(): AbdSettings {
    return this.settings as unknown as AbdSettings
  }

  get value(): number {
    return this.register.value
  }

  override onRequest(request: Request<AbdCommand>) {
    if (this.tasks.has(request.id)) return
    this.begin(request.id, { request, phase: 'query', heardFrom: [], register: this.register })
  }

  override onMessage(from: NodeId, message: AbdMessage) {
    if (message.type === 'heard') {
      this.hear(from, message)
      return
    }
    const { task } = message
    if (message.type === 'store') this.adopt(message.register)
    const phase = message.type
    this.send(from, { type: 'heard', task, phase, register: this.register })
  }

  override onTimer(name: string) {
    const id = Number(name)
    const task = this.tasks.get(id)
    if (task !== undefined) this.ask(id, task)
  }

  /** Starts a phase; the coordinator may be a voter itself. */
  begin(id: number, task: Task) {
    this.tasks.set(id, task)
    if (task.phase === 'store') this.adopt(task.register)
    this.ask(id, task)
    if (!this.options.voters.includes(this.id)) return
    const { phase } = task
    this.hear(this.id, { type: 'heard', task: id, phase, register: this.register })
  }

  ask(id: number, { phase, register, heardFrom }: Task) {
    for (const voter of this.options.voters) {
      if (voter === this.id || heardFrom.includes(voter)) continue
      if (phase === 'query') this.send(voter, { type: 'query', task: id })
      else this.send(voter, { type: 'store', task: id, register })
    }
    this.setTimer(String(id), this.options.againMs)
  }

  hear(from: NodeId, { task: id, phase, register }: AbdMessage & { type: 'heard' }) {
    const task = this.tasks.get(id)
    if (task === undefined || task.phase !== phase || task.heardFrom.includes(from)) return
    const newest = phase === 'query' ? newerOf(task.register, register) : task.register
    const heard = { ...task, heardFrom: [...task.heardFrom, from], register: newest }
    this.tasks.set(id, heard)
    if (heard.heardFrom.length * 2 <= this.options.voters.length) return
    if (phase === 'query') this.begin(id, this.secondPhase(heard))
    else this.finish(id, heard)
  }

  secondPhase({ request, register }: Task): Task {
    const { command } = request
    if (command.kind === 'read') return { request, phase: 'store', heardFrom: [], register }
    this.given = Math.max(this.given, register.count) + 1
    const stored = { count: this.given, writer: this.id, value: command.value }
    return { request, phase: 'store', heardFrom: [], register: stored }
  }

  finish(id: number, { request, register }: Task) {
    this.tasks.delete(id)
    this.cancelTimer(String(id))
    this.reply(request, register.value)
  }

  adopt(register: Versioned) {
    if (!this.options.voters.includes(this.id)) return
    this.register = newerOf(this.register, register)
  }
}

function newerOf(a: Versioned, b: Versioned): Versioned {
  if (a.count !== b.count) return a.count > b.count ? a : b
  return a.writer >= b.writer ? a : b
}
