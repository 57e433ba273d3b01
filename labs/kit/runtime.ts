/** The part of the kit behind `Node`: one runtime for each instance of a node. */
import { type ChosenFate, Prng, type StartConfig } from '#core'
import { Disk } from './disk.ts'
import { EffectLog, KitError } from './effect-log.ts'
import type { LineRecorder } from './line-recorder.ts'
import type { Request } from './node.ts'

export class NodeRuntime {
  readonly config: StartConfig
  readonly effects: EffectLog
  readonly disk: Disk
  readonly #prng: Prng
  #nowMicros = 0

  constructor(config: StartConfig, lines?: LineRecorder) {
    this.config = config
    this.effects = new EffectLog(config.nodes, lines)
    this.disk = new Disk(this.effects, config.disk)
    this.#prng = new Prng(config.seed, 'learner')
  }

  /** Sets what the node's clock shows during the next handler call. */
  setNow(nowMicros: number): void {
    this.#nowMicros = nowMicros
  }

  nowMs(): number {
    return this.#nowMicros / 1_000
  }

  /** 32 random bits as a fraction: exact in a double, so equal on every engine. */
  random(): number {
    return this.#prng.next() / 4_294_967_296
  }

  randomInt(min: number, max: number): number {
    if (!Number.isSafeInteger(min) || !Number.isSafeInteger(max) || min > max) {
      throw new KitError(`randomInt(${min}, ${max}) needs whole numbers, the smaller first`)
    }
    return this.#prng.between(min, max)
  }

  /** @param fate heeded only in scenarios in which the nodes play the network */
  send(to: string, message: unknown, fate?: ChosenFate): void {
    this.effects.send(to, message, fate)
  }

  setTimer(name: string, delayMs: number): void {
    this.effects.setTimer(name, delayMs)
  }

  cancelTimer(name: string): void {
    this.effects.cancelTimer(name)
  }

  reply(request: Request<unknown>, outcome: 'ok' | 'fail', result: unknown): void {
    if (typeof request?.id !== 'number') {
      throw new KitError('reply: the first argument must be the request that onRequest was given')
    }
    this.effects.reply(request.id, outcome, result)
  }

  deliver(value: unknown): void {
    this.effects.apply(value)
  }

  note(text: string): void {
    this.effects.note(text)
  }
}

let current: NodeRuntime | undefined

/** Makes `runtime` the one that a node built inside `build` belongs to. */
export function withRuntime<T>(runtime: NodeRuntime, build: () => T): T {
  const outer = current
  current = runtime
  try {
    return build()
  } finally {
    current = outer
  }
}

/** The runtime for a node under construction. */
export function currentRuntime(): NodeRuntime {
  if (current === undefined) {
    throw new KitError('a Node is made by the simulator: do not call `new` on it yourself')
  }
  return current
}
