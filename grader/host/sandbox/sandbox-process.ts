/** One worker: started, warmed, given the orders of one job, and thrown away. */
import type { ChildProcess } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { printable } from '../printable.ts'
import { type Frame, FrameReader } from './frames.ts'
import type { Launch } from './launch.ts'
import { startLaunched } from './launched.ts'
import { encodeOrder, type SandboxSetup, type WorkerOrder } from './orders.ts'
import { usageOf } from './process-tree.ts'
import { type Alarm, LIMITS, Watchdog } from './watchdog.ts'

/** How a job ended. Only `finished` says that the worker told all that it was asked. */
export type SandboxEnd =
  | { readonly kind: 'finished' }
  /** One handler call took too long, or all of them together did. */
  | { readonly kind: 'time-limit'; readonly of: 'call' | 'job' }
  | { readonly kind: 'memory-limit'; readonly of: 'code' | 'tape' }
  | { readonly kind: 'our-fault'; readonly why: string }

/** Where orders go. */
export interface Orders {
  readonly send: (order: WorkerOrder) => void
  /** No more will come. */
  readonly close: () => void
}

/** Who gives the orders of a job and reads its tape. */
export interface TapeListener {
  /** The worker waits for orders. */
  attach(orders: Orders): void
  take(frame: Frame): void
  /** Everything that has come so far was taken. */
  rest(): void
}

const READY_MS = 20_000
const STDERR_LENGTH_MAX = 2_000
/** What a worker says of its end goes into our log, whoever made it say that. */
const REASON_LENGTH_MAX = 300

export class SandboxProcess {
  /** Fulfilled when the worker waits for its job; rejected when it cannot start. */
  readonly ready: Promise<void>
  readonly #child: ChildProcess
  readonly #closed: Promise<Exit>
  readonly #stdin: Writable
  readonly #stdout: Readable
  readonly #reader = new FrameReader()
  #stderr = ''
  #onBytes: (bytes: Buffer) => void = () => {}

  constructor(launch: Launch) {
    const child = startLaunched(launch)
    this.#child = child
    const { stdin, stdout, stderr } = child
    this.#closed = new Promise((resolve) => {
      this.#child.once('close', (code, signal) => resolve({ code, signal }))
    })
    this.#stdin = stdin
    this.#stdout = stdout
    // Writing to a worker that died is noticed by its end, not by its pipe.
    stdin.on('error', () => {})
    stderr.on('data', (text: Buffer) => {
      if (this.#stderr.length < STDERR_LENGTH_MAX) this.#stderr += text.toString('latin1')
    })
    this.ready = this.#awaitReady()
    this.ready.catch(() => {})
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null
  }

  kill(): void {
    this.#child.kill('SIGKILL')
  }

  /**
   * Runs the one job of this worker to its end.
   * @param listener is given the tape; what it throws ends the job as our fault
   */
  async run(setup: SandboxSetup, listener: TapeListener): Promise<SandboxEnd> {
    await this.ready
    const tape = new JobTape(this.#reader, listener)
    let heard = true
    let alarm: Alarm | undefined
    this.#onBytes = (bytes) => {
      heard = true
      if (tape.take(bytes) === 'end') this.kill()
    }
    const watchdog = new Watchdog()
    const timer = setInterval(() => {
      alarm ??= watchdog.tick(usageOf(this.#child.pid ?? 0), heard)
      heard = false
      if (alarm !== undefined) this.kill()
    }, LIMITS.tickMs)
    const send = (order: WorkerOrder) => {
      if (this.#stdin.writable) this.#stdin.write(encodeOrder(order))
    }
    try {
      send({ kind: 'setup', ...setup })
      listener.attach({ send, close: () => this.#stdin.end() })
      const exit = await this.#closed
      return tape.verdict ?? endOf(alarm, exit, this.#firstErrorLine())
    } finally {
      clearInterval(timer)
    }
  }

  #awaitReady(): Promise<void> {
    return new Promise((resolve, reject) => {
      const fail = (why: string) => {
        clearTimeout(timer)
        this.kill()
        reject(new Error(why))
      }
      const timer = setTimeout(() => fail('the worker did not start in time'), READY_MS)
      this.#child.once('error', ({ message }) => fail(message))
      void this.#closed.then(() => fail(this.#firstErrorLine() || 'the worker ended at once'))
      this.#onBytes = (bytes) => {
        const failure = this.#greetingFault(bytes)
        if (failure !== undefined) return fail(failure)
        clearTimeout(timer)
        this.#onBytes = () => this.kill()
        resolve()
      }
      this.#stdout.on('data', (bytes: Buffer) => this.#onBytes(bytes))
    })
  }

  /** What is wrong with the first bytes of a worker: it says that it is ready, and no more. */
  #greetingFault(bytes: Buffer): string | undefined {
    try {
      const [first, ...more] = this.#reader.read(bytes)
      if (first?.kind === 'ready' && more.length === 0) return undefined
      return first?.kind === 'fault' ? first.text : 'the worker said more than that it is ready'
    } catch (error) {
      return String(error)
    }
  }

  #firstErrorLine(): string {
    return reason(this.#stderr.split('\n').find((line) => line.trim() !== '') ?? '')
  }
}

function reason(text: string): string {
  return printable(text.slice(0, REASON_LENGTH_MAX))
}

/** Reads the frames of a job and knows what they say about its end. */
class JobTape {
  verdict: SandboxEnd | undefined
  readonly #reader: FrameReader
  readonly #listener: TapeListener
  #runLength = 0

  constructor(reader: FrameReader, listener: TapeListener) {
    this.#reader = reader
    this.#listener = listener
  }

  take(bytes: Buffer): 'go-on' | 'end' {
    if (this.verdict !== undefined) return 'end'
    try {
      for (const frame of this.#reader.read(bytes)) this.#takeFrame(frame)
      if (this.verdict === undefined) this.#listener.rest()
    } catch (error) {
      this.verdict = { kind: 'our-fault', why: `the tape cannot be used: ${String(error)}` }
    }
    return this.verdict === undefined ? 'go-on' : 'end'
  }

  #takeFrame(frame: Frame): void {
    if (frame.kind === 'run-start') this.#runLength = 0
    this.#runLength += frame.text.length
    if (this.verdict !== undefined) throw new Error('more frames after the last')
    if (frame.kind === 'memory') this.verdict = { kind: 'memory-limit', of: 'code' }
    else if (frame.kind === 'fault') this.verdict = { kind: 'our-fault', why: reason(frame.text) }
    else if (this.#runLength > LIMITS.tapeLength) {
      this.verdict = { kind: 'memory-limit', of: 'tape' }
    } else {
      this.#listener.take(frame)
      if (frame.kind === 'done') this.verdict = { kind: 'finished' }
    }
  }
}

interface Exit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

/** Under bubblewrap a signal comes as a code of 128 and its number. */
const SIGNALS_BY_CODE: Readonly<Record<number, NodeJS.Signals>> = {
  134: 'SIGABRT',
  137: 'SIGKILL',
  152: 'SIGXCPU',
}

/** What the end of a process means that was not done yet. */
export function endOf(alarm: Alarm | undefined, exit: Exit, stderr: string): SandboxEnd {
  if (alarm === 'memory') return { kind: 'memory-limit', of: 'code' }
  if (alarm === 'silence') return { kind: 'time-limit', of: 'call' }
  if (alarm === 'stall') return { kind: 'our-fault', why: 'the worker stalled' }
  const signal = exit.signal ?? SIGNALS_BY_CODE[exit.code ?? 0]
  // V8 aborts the process when it cannot get memory in a place where it cannot fail.
  if (signal === 'SIGABRT') return { kind: 'memory-limit', of: 'code' }
  if (signal === 'SIGXCPU') return { kind: 'time-limit', of: 'job' }
  const how = signal ?? `exit code ${exit.code}`
  return { kind: 'our-fault', why: `the worker ended with ${how}: ${stderr}` }
}
