/** Randomness for nodes that live on while they are compared with nodes that are put back. */
import { NodeRuntime } from '../runtime.ts'

/**
 * Another runtime in all but its random draws, which can begin anew: a node that is put
 * back for each call has a new runtime each time, and with it the same draws again.
 */
export class RepeatingRuntime extends NodeRuntime {
  readonly #real: NodeRuntime
  #draws: NodeRuntime

  constructor(real: NodeRuntime) {
    super(real.config)
    // What the node asks for and what it stores goes where the real runtime has it.
    Object.assign(this, { effects: real.effects, disk: real.disk })
    this.#real = real
    this.#draws = real
  }

  /** The next draws are those of a new runtime. */
  beginAnew(): void {
    this.#draws = new NodeRuntime(this.config)
  }

  override nowMs(): number {
    return this.#real.nowMs()
  }

  override random(): number {
    return this.#draws.random()
  }

  override randomInt(min: number, max: number): number {
    return this.#draws.randomInt(min, max)
  }
}
