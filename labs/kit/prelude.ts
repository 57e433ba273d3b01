/**
 * Runs first in a learner's realm: takes away what would make two runs differ, what
 * allocates outside the limits, and what reaches real time. Nothing else is touched.
 */
import { KitError } from './effect-log.ts'
import type { NodeRuntime } from './runtime.ts'

/** Where the realm's `Date`, `Math.random` and `console` look for the node that is running. */
export type RuntimeInCharge = () => NodeRuntime | undefined

const FORBIDDEN = [
  'WebAssembly',
  'SharedArrayBuffer',
  'Atomics',
  'Intl',
  'WeakRef',
  'FinalizationRegistry',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'performance',
  'crypto',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'WebTransport',
  'importScripts',
  'indexedDB',
  'caches',
  'navigator',
  'location',
  'BroadcastChannel',
  'MessageChannel',
  'Worker',
  'SharedWorker',
] as const

/** Methods whose result depends on the host's language settings or costs unbounded native time. */
const LOCALE_METHODS: readonly (readonly [object, readonly string[]])[] = [
  [String.prototype, ['localeCompare', 'normalize', 'toLocaleLowerCase', 'toLocaleUpperCase']],
  [Number.prototype, ['toLocaleString']],
  [Array.prototype, ['toLocaleString']],
  [Object.prototype, ['toLocaleString']],
  [BigInt.prototype, ['toLocaleString']],
]

/** Hardens `realm`, a global object that learner code will see. */
export function hardenRealm(realm: object, inCharge: RuntimeInCharge): void {
  const globals = realm as Record<string, unknown>
  for (const name of FORBIDDEN) remove(globals, name)
  for (const [owner, names] of LOCALE_METHODS) {
    for (const name of names) remove(owner as Record<string, unknown>, name)
  }
  globals.Date = makeDate(inCharge)
  refusePromises(globals)
  Math.random = () => inCharge()?.random() ?? 0
  globals.console = makeConsole(inCharge)
  freezeErrors()
  fixArrayBuffer(globals)
}

function remove(owner: Record<string, unknown>, name: string): void {
  if (!(name in owner)) return
  delete owner[name]
  if (name in owner) {
    Object.defineProperty(owner, name, { value: undefined, writable: false, configurable: false })
  }
}

/** What a promise waits for would run after the handler, where no replay could find it. */
function refusePromises(globals: Record<string, unknown>): void {
  Object.defineProperty(globals, 'Promise', {
    configurable: false,
    get() {
      throw new KitError(
        'a node must not use promises: what it waits for must come back as a message or a timer',
      )
    },
  })
}

/** A `Date` that shows the node's own clock. Calendar functions are left out: no lab needs them. */
function makeDate(inCharge: RuntimeInCharge): unknown {
  const nowMs = () => Math.floor(inCharge()?.nowMs() ?? 0)
  return class Date {
    readonly #ms = nowMs()
    static now(): number {
      return nowMs()
    }
    getTime(): number {
      return this.#ms
    }
    valueOf(): number {
      return this.#ms
    }
    toJSON(): number {
      return this.#ms
    }
  }
}

/** `console.log` and its kin write notes into the trace. */
function makeConsole(inCharge: RuntimeInCharge): unknown {
  const log = (...values: unknown[]) => inCharge()?.note(values.map(showValue).join(' '))
  return Object.freeze({ log, info: log, warn: log, error: log, debug: log })
}

function showValue(value: unknown): string {
  if (typeof value === 'string') return value
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    return String(value)
  }
}

/** Stack formatting hooks would run learner code while we read an error. */
function freezeErrors(): void {
  const errors = Error as unknown as Record<string, unknown>
  for (const [name, value] of [
    ['prepareStackTrace', undefined],
    ['stackTraceLimit', 10],
  ] as const) {
    delete errors[name]
    Object.defineProperty(errors, name, { value, writable: false, configurable: false })
  }
}

/** Resizable buffers are not counted by the memory limit: ignore the option that asks for one. */
function fixArrayBuffer(globals: Record<string, unknown>): void {
  const Original = globals.ArrayBuffer as typeof ArrayBuffer | undefined
  if (Original === undefined) return
  const Fixed = function (this: unknown, length: number) {
    if (new.target === undefined) throw new TypeError('ArrayBuffer needs `new`')
    return new Original(length)
  }
  Fixed.prototype = Original.prototype
  Fixed.isView = Original.isView
  Object.defineProperty(Original.prototype, 'constructor', {
    value: Fixed,
    writable: false,
    configurable: false,
  })
  for (const name of ['resize', 'transfer', 'transferToFixedLength']) {
    remove(Original.prototype as unknown as Record<string, unknown>, name)
  }
  globals.ArrayBuffer = Fixed
}
