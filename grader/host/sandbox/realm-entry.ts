/**
 * Runs first in each node's context, before any learner code: hardens the realm and
 * returns the closures that the host will call. They take and return strings and numbers
 * only, and nothing that learner code throws gets past them.
 */

// Made by the build: every module that `import` may find, by specifier.
import { modules } from 'netsplit:modules'
import { encodeThrown, type HandlerCall } from '#core'
import { evaluator } from '#kit/function-host.ts'
import { type EvaluateModule, type KitModules, NodeInstance } from '#kit/instance.ts'
import { LineRecorder } from '#kit/line-recorder.ts'
import { hardenRealm } from '#kit/prelude.ts'
import type { NodeRuntime } from '#kit/runtime.ts'
import { LiveNode, StepNode } from '#kit/state/step-node.ts'
import { encodeStep } from '#kit/state/step-text.ts'
import type { RealmPurpose } from './node-isolate.ts'

/** What the host calls in this realm; see `node-isolate.ts`. */
export interface Realm {
  readonly load: (
    code: string,
    specifiers: string,
    replyLengthMax: number,
    purpose: RealmPurpose,
  ) => void
  /** @param config and `memory`: what a node is put back from, for the purpose `step` */
  readonly call: (
    kind: string,
    nowMicros: number,
    a: string,
    b?: string,
    c?: string,
    config?: string,
    memory?: string,
  ) => string
  /** Which lines the last call was, as JSON text; empty unless the purpose is `lined`. */
  readonly lines: () => string
}

/** The node of this realm, whatever its purpose. */
interface Resident {
  readonly runtime: NodeRuntime | undefined
  call(call: HandlerCall, config: string, memory: string): string
}

const UNREADABLE = encodeThrown({
  name: 'Thrown',
  message: 'something that cannot be read',
  line: 0,
  column: 0,
})

let resident: Resident | undefined
let recorder: LineRecorder | undefined
let lengthMax = 0
let tooLong = ''

hardenRealm(globalThis, () => resident?.runtime)

const { parse, stringify } = JSON
/** A call of a thousand effects tells that much; what is longer is no hint worth having. */
const LINES_LENGTH_MAX = 65_536

function load(
  code: string,
  specifiers: string,
  replyLengthMax: number,
  purpose: RealmPurpose,
): void {
  const wanted = specifiers.split(' ')
  const found = Object.fromEntries(wanted.map((specifier) => [specifier, modules[specifier]]))
  lengthMax = replyLengthMax
  // Stands for a reply that is too long, so that the long one never crosses.
  tooLong = 'O'.repeat(replyLengthMax + 1)
  recorder = purpose === 'lined' ? new LineRecorder(code) : undefined
  resident = residentFor(purpose, evaluator(code), found)
}

function residentFor(purpose: RealmPurpose, evaluate: EvaluateModule, found: KitModules): Resident {
  switch (purpose) {
    case 'run':
    case 'lined':
      return new NodeInstance(evaluate, found, recorder)
    case 'step': {
      const node = new StepNode(evaluate, found)
      return {
        get runtime() {
          return node.runtime
        },
        call: (call, config, memory) =>
          encodeStep(node.step(parse(config), call.kind === 'start' ? null : memory, call)),
      }
    }
    case 'live': {
      const node = new LiveNode(evaluate, found)
      return {
        get runtime() {
          return node.runtime
        },
        call: (call) => encodeStep(node.call(call)),
      }
    }
  }
}

function call(
  kind: string,
  nowMicros: number,
  a: string,
  b = '',
  c = '',
  config = '',
  memory = '',
): string {
  try {
    const reply: unknown = resident?.call(handlerCall(kind, nowMicros, a, b, c), config, memory)
    if (typeof reply !== 'string') return UNREADABLE
    return reply.length > lengthMax ? tooLong : reply
  } catch {
    return UNREADABLE
  }
}

function lines(): string {
  try {
    const text: unknown = stringify(recorder?.calls.at(-1))
    return typeof text === 'string' && text.length <= LINES_LENGTH_MAX ? text : ''
  } catch {
    return ''
  }
}

function handlerCall(
  kind: string,
  nowMicros: number,
  a: string,
  b: string,
  c: string,
): HandlerCall {
  switch (kind) {
    case 'start':
      return { kind, nowMicros, config: parse(a) }
    case 'message':
      return { kind, nowMicros, from: a, body: b }
    case 'timer':
      return { kind, nowMicros, name: a }
    default:
      return { kind: 'request', nowMicros, client: a, body: b, operation: parse(c) }
  }
}

export { call, lines, load }
