/**
 * Runs nodes in the present realm, each with a module instance of its own: the host
 * of browser runs and of our tests. It isolates nothing; the sandbox does.
 */
import type { CallLines, HandlerCall, NodeHost, NodeId } from '#core'
import { SOURCE_NAME } from './code-position.ts'
import { type EvaluateModule, type KitModules, NodeInstance } from './instance.ts'
import { LineRecorder } from './line-recorder.ts'
import type { NodeRuntime } from './runtime.ts'

/** What a host may do beyond running nodes. */
export interface FunctionHostOptions {
  /** Record which lines of the code did what; for the one run that somebody will look at. */
  readonly lines?: boolean
}

export class FunctionHost implements NodeHost {
  readonly #evaluate: EvaluateModule
  readonly #modules: KitModules
  readonly #instances = new Map<NodeId, NodeInstance>()
  readonly #lines: LineRecorder | undefined
  #running: NodeInstance | undefined

  /** @param code the learner's module as CommonJS text */
  constructor(code: string, modules: KitModules, { lines = false }: FunctionHostOptions = {}) {
    this.#evaluate = evaluator(code)
    this.#modules = modules
    this.#lines = lines ? new LineRecorder(code) : undefined
  }

  /** Lines of the compiled text for each handler call so far, if they were asked for. */
  get callLines(): readonly CallLines[] {
    return this.#lines?.calls ?? []
  }

  /** The runtime of the node whose handler is running. */
  get runtime(): NodeRuntime | undefined {
    return this.#running?.runtime
  }

  call(node: NodeId, call: HandlerCall): string {
    if (call.kind === 'start') {
      this.#instances.set(node, new NodeInstance(this.#evaluate, this.#modules, this.#lines))
    }
    this.#running = this.#instances.get(node)
    return this.#running?.call(call) ?? 'O'
  }
}

/** Compiles the text once; each call gives the module a scope of its own. */
export function evaluator(code: string): EvaluateModule {
  // The factory keeps the learner's line numbers: the code starts on the first line.
  const text = `"use strict";return (function(require,module,exports){${code}\n})\n//# sourceURL=${SOURCE_NAME}`
  return (require, module) => {
    const factory = new Function(text)() as (...args: unknown[]) => void
    factory(require, module, module.exports)
  }
}
