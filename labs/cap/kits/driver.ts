/** What `import … from 'netsplit/cap-driver'` gives to a learner: a store, and one's way to it. */
import { Node, type NodeId, type Request } from '../../kit/node.ts'

export type { Disk } from '../../kit/disk.ts'
export { Node, type NodeId, type Request } from '../../kit/node.ts'

/** What clients ask of the shelf. `id` is different for every command. */
export type Command =
  /** How many are on the shelf? Changes nothing. */
  | { readonly op: 'read'; readonly id: string }
  /** Puts so many on the shelf. Done twice, it puts twice as many there. */
  | { readonly op: 'add'; readonly id: string; readonly amount: number }

/** What clients are answered: the number for a read, null for an add. */
export type Result = number | null

/** What the store says to one attempt. */
export type Answer =
  /** It was carried out. */
  | { readonly type: 'Done'; readonly attempt: number; readonly result: Result }
  /** It was looked at and turned away: it was not carried out, and this attempt never will be. */
  | { readonly type: 'Refused'; readonly attempt: number; readonly reason: string }
  /** Something broke while it was under way. It may have been carried out, or may be yet, or never. */
  | { readonly type: 'Error'; readonly attempt: number; readonly reason: string }

/** @internal What a driver sends the store. */
export interface Do {
  readonly type: 'Do'
  readonly attempt: number
  readonly command: Command
}

/** @internal */
interface Shelf {
  readonly amount: number
  /** Attempts that are over, carried out or refused: another copy of one must change nothing. */
  readonly over: readonly number[]
}

interface Pending {
  readonly from: NodeId
  readonly attempt: number
  readonly command: Command
  /** Whether it is carried out, and what is said of it. */
  readonly isDone: boolean
  readonly says: 'Done' | 'Error' | 'nothing'
}

const STORE_TIMER = 'netsplit store '

/**
 * Stands between clients and a store. The last node of the cluster is the store, which is there
 * already; the others run your driver. You write `onCall`, `onAnswer` and `onTimeout`, and no other
 * handler; timers work as usual.
 *
 * End a call with `this.reply(call, result)` when it is sure that it was carried out, and with
 * `this.refuse(call, reason)` when it is sure that it was not and never will be. When nobody
 * knows, leave it: the client's own clock will end it as `info`.
 */
export abstract class Driver extends Node<Do | Answer, Command, Result> {
  static override readonly watched: readonly string[] = ['amount']

  /** At the store: how many are on the shelf. Null at a driver. */
  amount: number | null = null
  readonly #pending = new Map<number, Pending>()
  #heard: number[] = []

  /** A client asks for something. `call.command` says what. */
  abstract onCall(call: Request<Command>): void

  /** The store has answered an attempt; some answers are lost, late, or come twice. */
  abstract onAnswer(answer: Answer): void

  /** A timer that you set has run out. */
  onTimeout(_name: string): void {}

  /** Sends a command to the store once, and returns the number that its answer will carry. */
  attempt(command: Command): number {
    const attempt = this.randomInt(1, 1_000_000_000)
    this.send(this.#store, { type: 'Do', attempt, command })
    return attempt
  }

  get #store(): NodeId {
    return this.nodes[this.nodes.length - 1] ?? this.id
  }

  /** @internal */
  override onStart(): void {
    if (this.id !== this.#store) return
    const shelf = this.#shelf()
    this.amount = shelf.amount
    this.#heard = [...shelf.over]
  }

  /** @internal */
  override onRequest(request: Request<Command>): void {
    if (this.id === this.#store) this.refuse(request, 'ask a driver')
    else this.onCall(request)
  }

  /** @internal */
  override onMessage(from: NodeId, message: Do | Answer): void {
    if (message.type !== 'Do') this.onAnswer(message)
    else if (this.id === this.#store) this.#take(from, message)
  }

  /** @internal */
  override onTimer(name: string): void {
    if (!name.startsWith(STORE_TIMER)) return this.onTimeout(name)
    const pending = this.#pending.get(Number(name.slice(STORE_TIMER.length)))
    if (pending === undefined) return
    this.#pending.delete(pending.attempt)
    this.#carryOut(pending)
  }

  /** A store in trouble now and then: `settings.troublePermille` of what it is asked for. */
  #take(from: NodeId, { attempt, command }: Do): void {
    // The network may bring one packet twice; TCP would not.
    if (this.#heard.includes(attempt)) return
    this.#heard.push(attempt)
    const isTrouble = this.randomInt(0, 999) < Number(this.settings.troublePermille ?? 0)
    const kind = isTrouble ? this.randomInt(0, 3) : -1
    if (kind === 0) {
      // Kept before it is told, for what was refused is refused for ever, after a restart too.
      this.#keep(this.#shelf().amount, attempt)
      return this.send(from, { type: 'Refused', attempt, reason: 'busy' })
    }
    const isDone = kind < 0 || this.randomInt(0, 1) === 1
    const says = kind < 0 ? 'Done' : kind === 3 ? 'nothing' : 'Error'
    this.#pending.set(attempt, { from, attempt, command, isDone, says })
    this.setTimer(`${STORE_TIMER}${attempt}`, this.randomInt(2, kind < 0 ? 20 : 120))
    if (says === 'Error') {
      const reason = kind === 1 ? 'leader changed' : 'timed out'
      this.send(from, { type: 'Error', attempt, reason })
    }
  }

  #carryOut({ from, attempt, command, isDone, says }: Pending): void {
    if (!isDone) return
    const shelf = this.#shelf()
    if (command.op === 'add') {
      const amount = shelf.amount + command.amount
      this.#keep(amount, attempt)
      this.amount = amount
      this.deliver({ id: command.id })
    }
    const result = command.op === 'read' ? shelf.amount : null
    if (says === 'Done') this.send(from, { type: 'Done', attempt, result })
  }

  #keep(amount: number, attempt: number): void {
    this.disk.write('shelf', { amount, over: [...this.#shelf().over, attempt] })
    this.disk.sync()
  }

  #shelf(): Shelf {
    return (this.disk.read('shelf') as Shelf | undefined) ?? { amount: 0, over: [] }
  }
}
