/** The worker's end of the tape. Writes block, so that the worker never runs far ahead. */
import { writeSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { encodeFrame, type FrameKind } from './frames.ts'

const BATCH_BYTES = 65_536
/** The watchdog waits for bytes: an honest slow run must show that it lives. */
const BATCH_MS = 50

export class TapeWriter {
  readonly #fd: number
  #waiting: Buffer[] = []
  #waitingBytes = 0
  #writtenAt = 0
  #writesEachReply = false

  constructor(fd: number) {
    this.#fd = fd
  }

  writeEachReply(): void {
    this.#writesEachReply = true
  }

  /** Adds what a call came to; it may wait for others. */
  add(kind: 'reply' | 'lines', text: string): void {
    this.#add(encodeFrame(kind, text))
    const isDue =
      this.#waitingBytes >= BATCH_BYTES || performance.now() - this.#writtenAt > BATCH_MS
    if (isDue || this.#writesEachReply) this.flush()
  }

  /** Adds any other frame and writes all that waits. */
  mark(kind: Exclude<FrameKind, 'reply' | 'lines'>, text?: string): void {
    this.#add(encodeFrame(kind, text))
    this.flush()
  }

  flush(): void {
    const bytes = Buffer.concat(this.#waiting, this.#waitingBytes)
    this.#waiting = []
    this.#waitingBytes = 0
    let position = 0
    while (position < bytes.length) position += writeSync(this.#fd, bytes, position)
    this.#writtenAt = performance.now()
  }

  #add(frame: Buffer): void {
    this.#waiting.push(frame)
    this.#waitingBytes += frame.length
  }
}
