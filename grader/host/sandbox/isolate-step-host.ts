/**
 * The hosts of an exploration inside the sandbox: one isolate each. A node that is put back
 * from text keeps its context; one that lives on gets a new one at each start, as in a run.
 * One step is one crossing.
 */
import type { HandlerCall, LiveHost, NodeId, StartConfig, StepHost, StepResult } from '#core'
import { decodeStep } from '#kit/state/step-text.ts'
import {
  argumentsOf,
  NodeIsolate,
  type NodeIsolateOptions,
  type NodeRealm,
} from './node-isolate.ts'

/** Is given the text of each result before the exploration is: the tape. */
export type OnStep = (text: string) => void

export class IsolateStepHost implements StepHost {
  readonly #isolate: NodeIsolate
  readonly #realms = new Map<NodeId, NodeRealm>()
  readonly #configTexts = new WeakMap<StartConfig, string>()
  readonly #onStep: OnStep

  constructor(options: NodeIsolateOptions, onStep: OnStep) {
    this.#isolate = new NodeIsolate(options, 'step')
    this.#onStep = onStep
  }

  /**
   * Runs one handler on a node that is made from text.
   * @throws IsolateMemoryError when the learner's code used up the memory of the isolate
   */
  step(config: StartConfig, state: string | null, call: HandlerCall): StepResult {
    const [kind = '', nowMicros = 0, a = '', b = '', c = ''] = argumentsOf(call)
    const args = [kind, nowMicros, a, b, c, this.#configText(config), state ?? '']
    return readStep(this.#isolate.ask(this.#realm(config.id), args), this.#onStep)
  }

  dispose(): void {
    this.#isolate.dispose()
  }

  #realm(node: NodeId): NodeRealm {
    let realm = this.#realms.get(node)
    if (realm === undefined) {
      realm = this.#isolate.enter()
      this.#realms.set(node, realm)
    }
    return realm
  }

  #configText(config: StartConfig): string {
    let text = this.#configTexts.get(config)
    if (text === undefined) {
      text = JSON.stringify(config)
      this.#configTexts.set(config, text)
    }
    return text
  }
}

/** May serve one path after the other: each begins with the start of all nodes. */
export class IsolateLiveHost implements LiveHost {
  readonly #isolate: NodeIsolate
  readonly #realms = new Map<NodeId, NodeRealm>()
  readonly #onStep: OnStep

  constructor(options: NodeIsolateOptions, onStep: OnStep) {
    this.#isolate = new NodeIsolate(options, 'live')
    this.#onStep = onStep
  }

  /**
   * Runs one handler on a node that lives on.
   * @throws IsolateMemoryError when the learner's code used up the memory of the isolate
   */
  call(node: NodeId, call: HandlerCall): StepResult {
    if (call.kind === 'start') {
      this.#isolate.leave(this.#realms.get(node))
      this.#realms.set(node, this.#isolate.enter())
    }
    return readStep(this.#isolate.ask(this.#realms.get(node), argumentsOf(call)), this.#onStep)
  }

  dispose(): void {
    this.#isolate.dispose()
  }
}

/** Lone surrogates would not survive UTF-8, and a replay must read what is read here. */
function readStep(text: string, onStep: OnStep): StepResult {
  const wellFormed = text.toWellFormed()
  onStep(wellFormed)
  return decodeStep(wellFormed)
}
