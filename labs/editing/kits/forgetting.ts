/** What `import … from 'netsplit/forgetting'` gives to a learner: the step about tombstones. */
import { Node, type NodeId, type Request } from '../../kit/node.ts'
import type { Progress, Stamped } from './causal-log.ts'
import { emptyMemory, type Memory, readyIn } from './forgetting-memory.ts'
import type { Command, Message } from './forgetting-messages.ts'

export type { NodeId } from '../../kit/node.ts'
export type { Progress } from './causal-log.ts'
export type { Command } from './forgetting-messages.ts'

/** What clients are answered: the text as this node now shows it. */
export type Result = string

/** Says which operation one is: the `number`th of the node `origin`. */
export interface Stamp {
  readonly origin: NodeId
  readonly number: number
}

const PROGRESS_MS = 60
const BATCH = 20
const COPY = 'copy'

/**
 * A node with a copy of a shared text that does not keep everything for ever. As before, the kit
 * brings each operation to every node once, after all operations that its author had applied.
 * But it keeps an operation only until every node has it. What it writes to disk is what `save`
 * returns, so that must hold everything that you need to go on.
 */
export abstract class ForgettingText<Operation, State> extends Node<Message, Command, Result> {
  static override readonly watched: readonly string[] = ['text']

  /** The text as a reader sees it. The checks watch it. */
  text = ''
  /** The kit's own. */
  private memory: Memory = emptyMemory()

  /** How many operations of each node this node has applied. */
  get progress(): Progress {
    return this.memory.progress
  }

  /**
   * What a node last said that it had applied, of each node, itself included; nothing at all when
   * this node has not heard of it. It says so from time to time, and its word may be on the way
   * for longer than what it did afterwards.
   */
  heardFrom(node: NodeId): Progress {
    return node === this.id ? this.memory.progress : (this.memory.heard[node] ?? {})
  }

  /** Says what `char` at `index` means for all copies. Changes nothing. */
  abstract insert(index: number, char: string): Operation

  /** Says what removing the character at `index` means for all copies. Changes nothing. */
  abstract remove(index: number): Operation

  /** Carries an operation out, of this node or another one, and brings `text` up to date. */
  abstract apply(operation: Operation, stamp: Stamp): void

  /** Called after each change of `progress` or of what others said. Drops what nobody needs. */
  abstract forget(): void

  /** All that this copy consists of, as plain data. It is written to disk after each change. */
  abstract save(): State

  /** Makes this copy, which is new, what it was when it was saved. Brings `text` up to date. */
  abstract load(state: State): void

  /** The kit's own; leave it as it is. */
  override onStart(): void {
    const copy = this.disk.read(COPY) as { memory: Memory; state: State } | undefined
    if (copy !== undefined) {
      this.memory = copy.memory
      this.load(copy.state)
      // The crash may have come before these were handed out.
      for (const command of this.memory.latest) this.deliver(command)
    }
    this.setTimer('progress', PROGRESS_MS)
  }

  /** The kit's own; leave it as it is. */
  override onRequest(request: Request<Command>): void {
    const { command } = request
    const operation = this.operationFor(command)
    if (operation !== undefined) {
      const { progress } = this.memory
      const number = (progress[this.id] ?? 0) + 1
      const after = { ...progress }
      const stamped: Stamped = { origin: this.id, number, after, command, operation }
      this.applyAll([stamped])
      this.broadcast({ type: 'Operations', operations: [stamped] })
    }
    this.reply(request, this.text)
  }

  /** The kit's own; leave it as it is. */
  override onMessage(from: NodeId, message: Message): void {
    if (message.type === 'Operations') {
      this.applyAll(readyIn(this.memory, message.operations))
      return
    }
    const { progress } = message
    const known = this.memory.heard[from]
    if (known === undefined || total(progress) > total(known)) {
      this.memory.heard[from] = progress
      this.applyAll([])
    }
    const missing = this.memory.log.filter(({ origin, number }) => number > (progress[origin] ?? 0))
    if (missing.length > 0) {
      this.send(from, { type: 'Operations', operations: missing.slice(0, BATCH) })
    }
  }

  /** The kit's own; leave it as it is. */
  override onTimer(): void {
    this.broadcast({ type: 'Progress', progress: this.memory.progress })
    this.setTimer('progress', PROGRESS_MS)
  }

  private operationFor(command: Command): Operation | undefined {
    const { length } = this.text
    if (command.op === 'insert') {
      return this.insert(Math.min(command.index, length), command.char)
    }
    return length === 0 ? undefined : this.remove(Math.min(command.index, length - 1))
  }

  /** On disk before anybody hears of it: neither the application nor another node. */
  private applyAll(ready: readonly Stamped[]): void {
    const { memory } = this
    for (const stamped of ready) {
      const { origin, number, operation } = stamped
      memory.progress[origin] = number
      memory.log.push(stamped)
      this.apply(JSON.parse(JSON.stringify(operation)) as Operation, { origin, number })
    }
    memory.latest = ready.map(({ command }) => command)
    // What every node has, none will ask for again.
    memory.log = memory.log.filter(({ origin, number }) =>
      this.nodes.some((node) => (this.heardFrom(node)[origin] ?? 0) < number),
    )
    this.forget()
    this.disk.write(COPY, { memory, state: this.save() })
    this.disk.sync()
    for (const command of memory.latest) this.deliver(command)
  }
}

function total(progress: Progress): number {
  return Object.values(progress).reduce((sum, count) => sum + count, 0)
}
