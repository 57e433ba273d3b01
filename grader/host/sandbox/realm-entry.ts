/**
 * Runs first in each node's context, before any learner code: hardens the realm and
 * returns the two closures that the host will call. They take and return strings and
 * numbers only, and nothing that learner code throws gets past them.
 */

// Made by the build: every module that `import` may find, by specifier.
import { modules } from 'netsplit:modules'
import { encodeThrown, type HandlerCall } from '#core'
import { evaluator } from '#kit/function-host.ts'
import { NodeInstance } from '#kit/instance.ts'
import { hardenRealm } from '#kit/prelude.ts'

/** What the host calls in this realm; see `isolate-host.ts`. */
export interface Realm {
  readonly load: (code: string, specifiers: string, replyLengthMax: number) => void
  readonly call: (kind: string, nowMicros: number, a: string, b?: string, c?: string) => string
}

const UNREADABLE = encodeThrown({
  name: 'Thrown',
  message: 'something that cannot be read',
  line: 0,
  column: 0,
})

let instance: NodeInstance | undefined
let lengthMax = 0
let tooLong = ''

hardenRealm(globalThis, () => instance?.runtime)

const { parse } = JSON

function load(code: string, specifiers: string, replyLengthMax: number): void {
  const wanted = specifiers.split(' ')
  const found = Object.fromEntries(wanted.map((specifier) => [specifier, modules[specifier]]))
  lengthMax = replyLengthMax
  // Stands for a reply that is too long, so that the long one never crosses.
  tooLong = 'O'.repeat(replyLengthMax + 1)
  instance = new NodeInstance(evaluator(code), found)
}

function call(kind: string, nowMicros: number, a: string, b = '', c = ''): string {
  try {
    const reply: unknown = instance?.call(handlerCall(kind, nowMicros, a, b, c))
    if (typeof reply !== 'string') return UNREADABLE
    return reply.length > lengthMax ? tooLong : reply
  } catch {
    return UNREADABLE
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

export { call, load }
