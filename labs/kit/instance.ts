/**
 * Runs one node inside the learner's realm: loads the module, makes the object, calls
 * handlers, and turns whatever comes of it into one reply string. Nothing that the
 * learner's code throws leaves this file as anything but text.
 */
import { encodeThrown, type HandlerCall, type Json, type StartConfig, type Thrown } from '#core'
import { positionInStack } from './code-position.ts'
import { KitError } from './effect-log.ts'
import type { LineRecorder } from './line-recorder.ts'
import { Node } from './node.ts'
import { NodeRuntime, withRuntime } from './runtime.ts'

/** Evaluates the compiled module (CommonJS text) in the realm that the node lives in. */
export type EvaluateModule = (
  require: (specifier: string) => unknown,
  module: { exports: unknown },
) => void

/** What `import` finds: exports by specifier, `netsplit` and `netsplit/<lab>`. */
export type KitModules = Readonly<Record<string, unknown>>

type NodeClass = (new () => Node) & { readonly watched?: readonly string[] }

export class NodeInstance {
  readonly #evaluate: EvaluateModule
  readonly #modules: KitModules
  #node: Node | undefined
  #runtime: NodeRuntime | undefined
  #watched: readonly string[] = []
  readonly #shown = new Map<string, string>()
  readonly #lines: LineRecorder | undefined

  /** @param lines told which lines of the learner's code did what; costs time, so seldom given */
  constructor(evaluate: EvaluateModule, modules: KitModules, lines?: LineRecorder) {
    this.#evaluate = evaluate
    this.#modules = modules
    this.#lines = lines
  }

  /** The runtime of the present object; `console` and `Date` of the realm ask it. */
  get runtime(): NodeRuntime | undefined {
    return this.#runtime
  }

  /** Runs one handler and returns its reply. Never throws. */
  call(call: HandlerCall): string {
    this.#lines?.begin()
    try {
      if (call.kind === 'start') this.#start(call.config, call.nowMicros)
      else this.#handle(call)
      return this.#runtime?.effects.take(this.#changedFields()) ?? 'O'
    } catch (error) {
      this.#runtime?.effects.clear()
      return encodeThrown(describeThrown(error))
    }
  }

  #start(config: StartConfig, nowMicros: number): void {
    const runtime = new NodeRuntime(config, this.#lines)
    this.#runtime = runtime
    runtime.setNow(nowMicros)
    this.#shown.clear()
    const NodeType = this.#load()
    refuseAsync(NodeType)
    this.#watched = NodeType.watched ?? []
    const node = withRuntime(runtime, () => new NodeType())
    this.#node = node
    this.#lines?.watch(node, this.#watched)
    this.#lines?.handler(node.onStart)
    refusePromise(node.onStart(), 'onStart')
  }

  #handle(call: Exclude<HandlerCall, { kind: 'start' }>): void {
    const node = this.#node
    if (node === undefined) throw new KitError('the node has not started')
    this.#runtime?.setNow(call.nowMicros)
    switch (call.kind) {
      case 'message':
        this.#lines?.handler(node.onMessage)
        return refusePromise(node.onMessage(call.from, JSON.parse(call.body)), 'onMessage')
      case 'timer':
        this.#lines?.handler(node.onTimer)
        return refusePromise(node.onTimer(call.name), 'onTimer')
      case 'request': {
        const { operation: id, client, body } = call
        const request = { id, client, command: JSON.parse(body) as unknown }
        this.#lines?.handler(node.onRequest)
        return refusePromise(node.onRequest(request), 'onRequest')
      }
    }
  }

  #load(): NodeClass {
    const module: { exports: unknown } = { exports: {} }
    this.#evaluate((specifier) => this.#require(specifier), module)
    const exported = Object.values(module.exports as Record<string, unknown>)
    const classes = [...new Set(exported)].filter(isNodeClass)
    const [only] = classes
    if (only === undefined || classes.length > 1) {
      throw new KitError(
        classes.length === 0
          ? 'export one class that extends Node: `export class MyNode extends Node { … }`'
          : `export one class that extends Node, not ${classes.length}`,
      )
    }
    return only
  }

  #require(specifier: string): unknown {
    if (Object.hasOwn(this.#modules, specifier)) return this.#modules[specifier]
    throw new KitError(
      `cannot import "${specifier}": a node has ${Object.keys(this.#modules).join(' and ')} only`,
    )
  }

  /** The watched fields that this call changed, if any. */
  #changedFields(): { readonly [name: string]: Json } | undefined {
    const node = this.#node as unknown as Record<string, unknown> | undefined
    if (node === undefined) return undefined
    let changed: Record<string, Json> | undefined
    for (const name of this.#watched) {
      const text = JSON.stringify(node[name] ?? null)
      if (this.#shown.get(name) === text) continue
      this.#shown.set(name, text)
      changed ??= {}
      changed[name] = JSON.parse(text) as Json
    }
    return changed
  }
}

const HANDLERS = ['onStart', 'onMessage', 'onTimer', 'onRequest'] as const

function isNodeClass(value: unknown): value is NodeClass {
  return typeof value === 'function' && value.prototype instanceof Node
}

/** A handler that waits would let other events in between; the simulator could not replay it. */
function refuseAsync(NodeType: NodeClass): void {
  for (const name of HANDLERS) {
    const handler: unknown = (NodeType.prototype as Node)[name]
    const kind = typeof handler === 'function' ? handler.constructor.name : ''
    if (kind === 'AsyncFunction' || kind === 'AsyncGeneratorFunction') {
      throw new KitError(`${name} must not be async: ${WHY_NOT_ASYNC}`)
    }
  }
}

const WHY_NOT_ASYNC =
  'a handler runs to completion, and what it waits for must come back as a message or a timer'

function refusePromise(result: unknown, handler: string): void {
  if (typeof result === 'object' && result !== null && 'then' in result) {
    throw new KitError(`${handler} returned a promise: ${WHY_NOT_ASYNC}`)
  }
}

const MESSAGE_LENGTH_MAX = 2_000

/** Reads an error without trusting it: any getter may throw, and anything can be thrown. */
function describeThrown(error: unknown): Thrown {
  try {
    if (!(error instanceof Error)) {
      return { name: 'Thrown', message: show(error), line: 0, column: 0 }
    }
    const { name, message, stack } = error
    return { name: show(name), message: show(message), ...positionInStack(String(stack)) }
  } catch {
    return { name: 'Thrown', message: 'something that cannot be read', line: 0, column: 0 }
  }
}

function show(value: unknown): string {
  return String(value).slice(0, MESSAGE_LENGTH_MAX)
}
