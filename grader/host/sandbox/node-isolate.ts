/**
 * An isolate for the nodes of one run or one exploration, and the realms in it: a context
 * for each instance of a node. Only strings and numbers cross. There is no timeout here: it
 * would not cover what hostile code does while it is being thrown, and timers of ended
 * calls pile up; a watchdog outside kills the process instead.
 */
import type ivm from 'isolated-vm'
import { encodeThrown, type HandlerCall } from '#core'

type Vm = typeof ivm

const ISOLATE_MEGABYTES = 64

/** The learner's code outgrew its isolate, which is gone. */
export class IsolateMemoryError extends Error {
  override readonly name = 'IsolateMemoryError'
}

export interface NodeIsolateOptions {
  readonly vm: Vm
  /** Text of the realm script, and what an earlier compilation of it left to reuse. */
  readonly realm: RealmScript
  /** The learner's module as CommonJS text. */
  readonly code: string
  /** What the lab lets it import. */
  readonly specifiers: readonly string[]
  readonly replyLengthMax: number
}

/**
 * What a realm does with the calls that it is given; see `realm-entry.ts`. `lined` is a run
 * whose lines are recorded.
 */
export type RealmPurpose = 'run' | 'lined' | 'step' | 'live'

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

export interface NodeRealm {
  readonly context: ivm.Context
  readonly call: ivm.Reference<(...args: unknown[]) => string>
  readonly lines: ivm.Reference<() => string>
}

/** Replies to a call during which a promise was rejected: V8 then throws in the host. */
const STRAY_REJECTION = encodeThrown({
  name: 'UnhandledRejection',
  message: 'a promise was rejected and nothing caught it; a node must not use promises',
  line: 0,
  column: 0,
})

export class NodeIsolate {
  readonly #options: NodeIsolateOptions
  readonly #purpose: RealmPurpose
  readonly #isolate: ivm.Isolate
  readonly #script: ivm.Script

  constructor(options: NodeIsolateOptions, purpose: RealmPurpose) {
    this.#options = options
    this.#purpose = purpose
    this.#isolate = new options.vm.Isolate({ memoryLimit: ISOLATE_MEGABYTES })
    this.#script = options.realm.compile(this.#isolate)
  }

  /**
   * A new context with the learner's code in it.
   * @throws IsolateMemoryError when the memory of the isolate is used up
   */
  enter(): NodeRealm {
    try {
      return this.#makeRealm()
    } catch (error) {
      if (this.#isolate.isDisposed) throw new IsolateMemoryError('the isolate is gone')
      throw error
    }
  }

  leave(realm: NodeRealm | undefined): void {
    realm?.call.release()
    realm?.lines.release()
    realm?.context.release()
  }

  /**
   * Calls the realm; without one nothing happens.
   * @throws IsolateMemoryError when the learner's code used up the memory of the isolate
   */
  ask(realm: NodeRealm | undefined, args: (string | number)[]): string {
    try {
      const reply: unknown = realm?.call.applySync(undefined, args)
      return typeof reply === 'string' ? reply : 'O'
    } catch {
      // The closure itself catches everything: what is left comes from outside it.
      if (this.#isolate.isDisposed) throw new IsolateMemoryError('the isolate is gone')
      return STRAY_REJECTION
    }
  }

  /**
   * What the last call of this realm was in lines of code, as text of JSON: a hint, which
   * code may have written itself; empty when there is none.
   * @throws IsolateMemoryError when the learner's code used up the memory of the isolate
   */
  linesOf(realm: NodeRealm | undefined): string {
    try {
      const text: unknown = realm?.lines.applySync(undefined, [])
      return typeof text === 'string' ? text : ''
    } catch {
      if (this.#isolate.isDisposed) throw new IsolateMemoryError('the isolate is gone')
      return ''
    }
  }

  dispose(): void {
    if (!this.#isolate.isDisposed) this.#isolate.dispose()
  }

  #makeRealm(): NodeRealm {
    const { code, specifiers, replyLengthMax } = this.#options
    const context = this.#isolate.createContextSync()
    const closures = this.#script.runSync(context, { reference: true })
    const load = closures.getSync('load', { reference: true })
    const call = closures.getSync('call', { reference: true })
    const lines = closures.getSync('lines', { reference: true })
    const args = [code, specifiers.join(' '), replyLengthMax, this.#purpose]
    load.applySync(undefined, args)
    load.release()
    closures.release()
    return { context, call, lines }
  }
}

/** A call as the realm takes it: kind, time and up to three strings. */
export function argumentsOf(call: HandlerCall): (string | number)[] {
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
