/**
 * The host of nodes inside the sandbox: one isolate for a run, one context for each
 * instance of a node. Only strings and numbers cross. There is no timeout here: it
 * would not cover what hostile code does while it is being thrown, and timers of ended
 * calls pile up; a watchdog outside kills the process instead.
 */
import type ivm from 'isolated-vm'
import { encodeThrown, type HandlerCall, type NodeHost, type NodeId } from '#core'

type Vm = typeof ivm

const ISOLATE_MEGABYTES = 64

/** The learner's code outgrew its isolate, which is gone. */
export class IsolateMemoryError extends Error {
  override readonly name = 'IsolateMemoryError'
}

export interface IsolateHostOptions {
  readonly vm: Vm
  /** Text of the realm script, and what an earlier compilation of it left to reuse. */
  readonly realm: RealmScript
  /** The learner's module as CommonJS text. */
  readonly code: string
  /** What the lab lets it import. */
  readonly specifiers: readonly string[]
  readonly replyLengthMax: number
}

/** The script that sets up a realm, compiled by us: the cache never comes from a learner. */
export class RealmScript {
  readonly #text: string
  #cachedData: ivm.ExternalCopy<ArrayBuffer> | undefined

  constructor(text: string) {
    this.#text = text
  }

  compile(isolate: ivm.Isolate): ivm.Script {
    if (this.#cachedData !== undefined) {
      return isolate.compileScriptSync(this.#text, { cachedData: this.#cachedData })
    }
    const script: ivm.Script & ivm.CachedDataResult = isolate.compileScriptSync(this.#text, {
      produceCachedData: true,
    })
    this.#cachedData = script.cachedData
    return script
  }
}

interface NodeRealm {
  readonly context: ivm.Context
  readonly call: ivm.Reference<(...args: unknown[]) => string>
}

/** Replies to a call during which a promise was rejected: V8 then throws in the host. */
const STRAY_REJECTION = encodeThrown({
  name: 'UnhandledRejection',
  message: 'a promise was rejected and nothing caught it; a node must not use promises',
  line: 0,
  column: 0,
})

export class IsolateHost implements NodeHost {
  readonly #options: IsolateHostOptions
  readonly #isolate: ivm.Isolate
  readonly #script: ivm.Script
  readonly #realms = new Map<NodeId, NodeRealm>()
  readonly #onReply: (reply: string) => void

  /** @param onReply is given each reply before the simulator is: the tape */
  constructor(options: IsolateHostOptions, onReply: (reply: string) => void) {
    this.#options = options
    this.#onReply = onReply
    this.#isolate = new options.vm.Isolate({ memoryLimit: ISOLATE_MEGABYTES })
    this.#script = options.realm.compile(this.#isolate)
  }

  /**
   * Runs one handler.
   * @throws IsolateMemoryError when the learner's code used up the memory of the isolate
   */
  call(node: NodeId, call: HandlerCall): string {
    // Lone surrogates would not survive UTF-8, and the replay must read what we read here.
    const reply = this.#ask(node, call).toWellFormed()
    this.#onReply(reply)
    return reply
  }

  dispose(): void {
    if (!this.#isolate.isDisposed) this.#isolate.dispose()
  }

  #ask(node: NodeId, call: HandlerCall): string {
    const realm = call.kind === 'start' ? this.#enter(node) : this.#realms.get(node)
    try {
      const reply: unknown = realm?.call.applySync(undefined, argumentsOf(call))
      return typeof reply === 'string' ? reply : 'O'
    } catch {
      // The closure itself catches everything: what is left comes from outside it.
      if (this.#isolate.isDisposed) throw new IsolateMemoryError('the isolate is gone')
      return STRAY_REJECTION
    }
  }

  /** A new context for a new instance; that of the old one is given up. */
  #enter(node: NodeId): NodeRealm {
    this.#leave(node)
    try {
      const realm = this.#makeRealm()
      this.#realms.set(node, realm)
      return realm
    } catch (error) {
      if (this.#isolate.isDisposed) throw new IsolateMemoryError('the isolate is gone')
      throw error
    }
  }

  #makeRealm(): NodeRealm {
    const { code, specifiers, replyLengthMax } = this.#options
    const context = this.#isolate.createContextSync()
    const closures = this.#script.runSync(context, { reference: true })
    const load = closures.getSync('load', { reference: true })
    const call = closures.getSync('call', { reference: true })
    load.applySync(undefined, [code, specifiers.join(' '), replyLengthMax])
    load.release()
    closures.release()
    return { context, call }
  }

  #leave(node: NodeId): void {
    const realm = this.#realms.get(node)
    realm?.call.release()
    realm?.context.release()
  }
}

/** A call as the realm takes it: kind, time and up to three strings. */
function argumentsOf(call: HandlerCall): (string | number)[] {
  switch (call.kind) {
    case 'start':
      return [call.kind, call.nowMicros, JSON.stringify(call.config)]
    case 'message':
      return [call.kind, call.nowMicros, call.from, call.body]
    case 'timer':
      return [call.kind, call.nowMicros, call.name]
    case 'request':
      return [call.kind, call.nowMicros, call.client, call.body, String(call.operation)]
  }
}
