/**
 * Explores nodes in the present realm: the host of explorations in the browser and in our
 * tests. It isolates nothing; the sandbox does.
 */
import type { HandlerCall, LiveHost, NodeId, StartConfig, StepHost, StepResult } from '#core'
import { evaluator } from '../function-host.ts'
import type { EvaluateModule, KitModules } from '../instance.ts'
import type { NodeRuntime } from '../runtime.ts'
import { LiveNode, StepNode } from './step-node.ts'

/** Single steps, each node with a module instance of its own. */
export class FunctionStepHost implements StepHost {
  readonly #evaluate: EvaluateModule
  readonly #modules: KitModules
  readonly #nodes = new Map<NodeId, StepNode>()
  #running: StepNode | undefined

  /** @param code the learner's module as CommonJS text */
  constructor(code: string, modules: KitModules) {
    this.#evaluate = evaluator(code)
    this.#modules = modules
  }

  /** The runtime of the node whose handler is running. */
  get runtime(): NodeRuntime | undefined {
    return this.#running?.runtime
  }

  step(config: StartConfig, state: string | null, call: HandlerCall): StepResult {
    let node = this.#nodes.get(config.id)
    if (node === undefined) {
      node = new StepNode(this.#evaluate, this.#modules)
      this.#nodes.set(config.id, node)
    }
    this.#running = node
    return node.step(freshConfig(config), state, call)
  }
}

/** The same code with nodes that live on. */
export class FunctionLiveHost implements LiveHost {
  readonly #evaluate: EvaluateModule
  readonly #modules: KitModules
  readonly #nodes = new Map<NodeId, LiveNode>()
  #running: LiveNode | undefined

  /** @param code the learner's module as CommonJS text */
  constructor(code: string, modules: KitModules) {
    this.#evaluate = evaluator(code)
    this.#modules = modules
  }

  /** The runtime of the node whose handler is running. */
  get runtime(): NodeRuntime | undefined {
    return this.#running?.runtime
  }

  call(id: NodeId, call: HandlerCall): StepResult {
    let node = this.#nodes.get(id)
    if (node === undefined) {
      node = new LiveNode(this.#evaluate, this.#modules)
      this.#nodes.set(id, node)
    }
    this.#running = node
    return node.call(call.kind === 'start' ? { ...call, config: freshConfig(call.config) } : call)
  }
}

/** A node may change what it is told; nobody else's copy must change with it. */
function freshConfig(config: StartConfig): StartConfig {
  return JSON.parse(JSON.stringify(config)) as StartConfig
}
