/**
 * The page's side of the worker. A worker does one thing at a time and cannot be interrupted,
 * so whatever is new or cancelled ends it; the next one first reads the same text again.
 */
import type { CheckReply, CheckRequest, JudgeRequest, ReadRequest } from './messages.ts'

/** As much of a Worker as is needed; tests bring their own. */
export interface CheckWorker {
  post(request: CheckRequest): void
  terminate(): void
}

/** Makes a worker that answers each request with replies, the last of which is no progress. */
export type OpenCheckWorker = (hear: (reply: CheckReply) => void) => CheckWorker

export class CheckClient {
  readonly #open: OpenCheckWorker
  readonly #tell: (reply: CheckReply) => void
  #worker: CheckWorker | undefined
  /** What the worker has been asked and not yet answered. */
  #waiting: CheckRequest[] = []
  #text: ReadRequest | undefined
  /** Whether the worker has `#text` or is just reading it. */
  #isLoaded = false

  /** @param tell hears every reply to what was asked, and nothing after a cancellation */
  constructor(open: OpenCheckWorker, tell: (reply: CheckReply) => void) {
    this.#open = open
    this.#tell = tell
  }

  /** Reads a text; an answer that is still out is given up. */
  read(request: ReadRequest): void {
    this.#text = request
    this.cancel()
    this.#isLoaded = true
    this.#post(request)
  }

  /** Judges the text that was read last. */
  judge(request: JudgeRequest): void {
    this.cancel()
    if (!this.#isLoaded && this.#text !== undefined) {
      this.#isLoaded = true
      this.#post(this.#text)
    }
    this.#post(request)
  }

  /** Gives up what is being done; nothing is told about it any more. */
  cancel(): void {
    if (this.#waiting.length > 0) this.close()
  }

  /** Ends the worker. */
  close(): void {
    this.#worker?.terminate()
    this.#worker = undefined
    this.#waiting = []
    this.#isLoaded = false
  }

  #post(request: CheckRequest): void {
    this.#worker ??= this.#start()
    this.#waiting.push(request)
    this.#worker.post(request)
  }

  #start(): CheckWorker {
    // A worker calls back later only, so that `worker` is set by then.
    const worker: CheckWorker = this.#open((reply) => {
      if (worker === this.#worker) this.#hear(reply)
    })
    return worker
  }

  #hear(reply: CheckReply): void {
    if (reply.kind === 'progress') return this.#tell(reply)
    this.#waiting.shift()
    if (reply.kind === 'broke-down') this.close()
    // A text that was read again for a question has been shown already.
    if (reply.kind === 'read' && this.#waiting.length > 0) return
    this.#tell(reply)
  }
}
