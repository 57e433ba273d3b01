/**
 * Puts a learner's node on a stage: a node of our own that makes or restores the learner's
 * object when it starts, and hands every call on to it. So `NodeInstance`, which knows how
 * to load code, run handlers and read errors, serves single steps as it serves whole runs.
 */
import type { EvaluateModule } from '../instance.ts'
import { Node, type Request } from '../node.ts'
import { currentRuntime, type NodeRuntime, withRuntime } from '../runtime.ts'
import { type NodeClass, restore, whyNotRestorable } from './snapshot.ts'

/** What is on the stage; its user sets `memory` before each start. */
export interface Stage {
  /** The memory to restore the node from; null to start it. */
  memory: string | null
  /** The learner's object since the last start. */
  node: Node | undefined
  /** Why the class cannot be on a stage, if so. */
  refusal: string | undefined
  /** The runtime that the learner's object gets, given that of the stage. */
  readonly runtimeFor: (runtime: NodeRuntime) => NodeRuntime
}

/**
 * Evaluates a module and replaces each class of nodes that it exports by one that acts on
 * the stage. That is done once, however often nodes start.
 */
export function evaluateOnStage(evaluate: EvaluateModule, stage: Stage): EvaluateModule {
  let exported: Record<string, unknown> | undefined
  return (require, module) => {
    if (exported === undefined) {
      evaluate(require, module)
      exported = Object.fromEntries(
        Object.entries(module.exports as Record<string, unknown>).map(([name, value]) => [
          name,
          isNodeClass(value) ? stagedClass(value, stage) : value,
        ]),
      )
    }
    module.exports = exported
  }
}

function isNodeClass(value: unknown): value is NodeClass {
  return typeof value === 'function' && value.prototype instanceof Node
}

function stagedClass(nodeClass: NodeClass, stage: Stage): NodeClass {
  const watched = nodeClass.watched ?? []
  stage.refusal ??= whyNotRestorable(nodeClass)

  return class StagedNode extends Node {
    static override readonly watched = watched
    readonly #isNew = stage.memory === null

    constructor() {
      super()
      const { memory } = stage
      stage.node = withRuntime(stage.runtimeFor(currentRuntime()), () =>
        memory === null ? new nodeClass() : restore(nodeClass, memory),
      )
      this.#show()
    }

    override onStart(): void {
      if (this.#isNew) this.#act((node) => node.onStart())
    }

    override onMessage(from: string, message: unknown): void {
      return this.#act((node) => node.onMessage(from, message))
    }

    override onTimer(name: string): void {
      return this.#act((node) => node.onTimer(name))
    }

    override onRequest(request: Request<unknown>): void {
      return this.#act((node) => node.onRequest(request))
    }

    /** Returns what the handler returns, so that a promise is refused as always. */
    #act(handler: (node: Node) => void): void {
      const { node } = stage
      const result = node === undefined ? undefined : handler(node)
      this.#show()
      return result
    }

    /** Shows the watched fields of the learner's object as its own. */
    #show(): void {
      const { node } = stage
      for (const name of watched) Reflect.set(this, name, node && Reflect.get(node, name))
    }
  }
}
