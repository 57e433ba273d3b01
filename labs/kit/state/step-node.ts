/**
 * Nodes for exploration. `StepNode` is a node as a function on text; `LiveNode` runs the
 * same code as a run does, with an object that lives on, and tells its memory after each
 * call. Both begin each call with the same random draws and the clock that the call tells,
 * so that what it does depends on the node's memory, its disk and the call, and nothing else.
 */
import { type HandlerCall, present, type StartConfig, type StepResult } from '#core'
import { type EvaluateModule, type KitModules, NodeInstance } from '../instance.ts'
import type { NodeRuntime } from '../runtime.ts'
import { NotPlainDataError } from './plain-data.ts'
import { RepeatingRuntime } from './repeating-runtime.ts'
import { snapshot } from './snapshot.ts'
import { evaluateOnStage, type Stage } from './staged-node.ts'

export class StepNode {
  readonly #stage = emptyStage((runtime) => runtime)
  readonly #instance: NodeInstance

  constructor(evaluate: EvaluateModule, modules: KitModules) {
    this.#instance = new NodeInstance(evaluateOnStage(evaluate, this.#stage), modules)
  }

  /** The runtime of the present object; `console` and `Date` of the realm ask it. */
  get runtime(): NodeRuntime | undefined {
    return this.#instance.runtime
  }

  /** See `StepHost.step`. Never throws. */
  step(config: StartConfig, memory: string | null, call: HandlerCall): StepResult {
    this.#stage.memory = memory
    this.#stage.node = undefined
    // A node that is put back shows its fields at once, which nobody needs to see again.
    const start = { kind: 'start', nowMicros: call.nowMicros, config } as const
    const started = this.#instance.call(start)
    const isOver = call.kind === 'start' || !isDone(started)
    return resultOf(isOver ? started : this.#instance.call(call), this.#stage)
  }
}

export class LiveNode {
  readonly #evaluate: EvaluateModule
  readonly #modules: KitModules
  #stage: Stage | undefined
  #instance: NodeInstance | undefined
  #runtime: RepeatingRuntime | undefined

  constructor(evaluate: EvaluateModule, modules: KitModules) {
    this.#evaluate = evaluate
    this.#modules = modules
  }

  /** As for `StepNode`. */
  get runtime(): NodeRuntime | undefined {
    return this.#runtime
  }

  /** See `LiveHost.call`. Never throws. */
  call(call: HandlerCall): StepResult {
    if (call.kind === 'start') this.#begin()
    this.#runtime?.beginAnew()
    const reply = this.#instance?.call(call) ?? 'O'
    return resultOf(reply, present(this.#stage, 'a node starts before all else'))
  }

  /** As in a run: a new object, of a module that is evaluated anew. */
  #begin(): void {
    this.#stage = emptyStage((runtime) => {
      this.#runtime = new RepeatingRuntime(runtime)
      return this.#runtime
    })
    const evaluate = evaluateOnStage(this.#evaluate, this.#stage)
    this.#runtime = undefined
    this.#instance = new NodeInstance(evaluate, this.#modules)
  }
}

function emptyStage(runtimeFor: Stage['runtimeFor']): Stage {
  return { memory: null, node: undefined, refusal: undefined, runtimeFor }
}

/** True for a reply with effects: the handler ran to its end. */
function isDone(reply: string): boolean {
  return reply.startsWith('O')
}

function resultOf(reply: string, { node, refusal }: Stage): StepResult {
  if (refusal !== undefined) return { kind: 'refused', why: refusal }
  if (node === undefined || !isDone(reply)) return { kind: 'stepped', reply, state: '' }
  try {
    return { kind: 'stepped', reply, state: snapshot(node) }
  } catch (error) {
    const isExpected = error instanceof NotPlainDataError
    return { kind: 'refused', why: isExpected ? error.message : 'its fields cannot be read' }
  }
}
