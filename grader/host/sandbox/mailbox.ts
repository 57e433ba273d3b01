/** The worker's end of the orders. Reads block, since a worker has nothing else to do. */
import { readSync } from 'node:fs'
import {
  type CheckpointAnswer,
  ORDER_HEADER_BYTES,
  type RunOrder,
  type SandboxSetup,
  type WorkerOrder,
} from './orders.ts'

export class Mailbox {
  readonly #fd: number
  /** Runs that came while an answer was waited for. */
  readonly #runs: RunOrder[] = []
  /** Checkpoints whose answers nobody has read: of this run, and of runs that are over. */
  #unanswered = 0
  #stale = 0

  constructor(fd: number) {
    this.#fd = fd
  }

  /** What the worker is for; undefined when nobody wants it. */
  setup(): SandboxSetup | undefined {
    const order = this.#read()
    if (order === undefined) return undefined
    if (order.kind !== 'setup') throw new Error('the first order is not the setup')
    return order
  }

  /** The next run; undefined when there is none left. */
  nextRun(): RunOrder | undefined {
    this.#stale += this.#unanswered
    this.#unanswered = 0
    for (;;) {
      const waiting = this.#runs.shift()
      if (waiting !== undefined) return waiting
      const order = this.#read()
      if (order === undefined) return undefined
      if (order.kind === 'setup') throw new Error('a second setup')
      if (order.kind === 'run') this.#runs.push(order)
      else this.#stale--
    }
  }

  /** The run passes a checkpoint. Returns the answer to the one before it. */
  checkpoint(): CheckpointAnswer {
    const answer = this.#unanswered === 0 ? 'go-on' : this.#answer()
    this.#unanswered++
    return answer
  }

  #answer(): CheckpointAnswer {
    for (;;) {
      const order = this.#read()
      // Nobody is there any more.
      if (order === undefined) return 'stop'
      if (order.kind === 'setup') throw new Error('a second setup')
      if (order.kind === 'run') this.#runs.push(order)
      else if (this.#stale > 0) this.#stale--
      else {
        this.#unanswered--
        return order.kind
      }
    }
  }

  #read(): WorkerOrder | undefined {
    const header = this.#readBytes(ORDER_HEADER_BYTES)
    const body = header === undefined ? undefined : this.#readBytes(header.readUInt32LE())
    return body === undefined ? undefined : (JSON.parse(body.toString('utf8')) as WorkerOrder)
  }

  #readBytes(length: number): Buffer | undefined {
    const bytes = Buffer.alloc(length)
    let position = 0
    while (position < length) {
      const count = readSync(this.#fd, bytes, position, length - position, null)
      if (count === 0) return undefined
      position += count
    }
    return bytes
  }
}
