/** Workloads for all models. Small domains make operations collide, which is where bugs are. */
import type { Json, Prng } from '#core'
import type { Answer, Request, Workload } from './workload.ts'

/** Values that small workloads write. */
const VALUES_COUNT = 3

const small = (prng: Prng): number => prng.between(1, VALUES_COUNT)
const list = (state: Json): readonly Json[] => state as readonly Json[]
const same = (a: Json | undefined, b: Json | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

/** Reads and writes of values that nobody else writes. */
export const uniqueRegister: Workload = {
  model: 'register',
  initial: null,
  request: (prng, fresh) =>
    prng.chance(500) ? { f: 'read', input: null } : { f: 'write', input: fresh },
  apply: applyToValue,
  silent: [],
}

const register: Workload = {
  ...uniqueRegister,
  request: (prng) =>
    prng.chance(500) ? { f: 'read', input: null } : { f: 'write', input: small(prng) },
}

const casRegister: Workload = {
  ...uniqueRegister,
  model: 'cas-register',
  initial: 0,
  request(prng) {
    if (prng.chance(400)) return { f: 'cas', input: [small(prng) - 1, small(prng) - 1] }
    return prng.chance(600) ? { f: 'read', input: null } : { f: 'write', input: small(prng) }
  },
}

const kv: Workload = {
  ...uniqueRegister,
  model: 'kv',
  initial: '',
  request(prng) {
    const f = prng.pick(['get', 'get', 'put', 'append', 'append', 'append', 'cas', 'read'])
    const value = () => prng.pick(['a', 'b', 'ab'])
    if (f === 'cas') return { f, input: [value(), value()] }
    return { f, input: f === 'get' || f === 'read' ? null : value() }
  },
}

/** Puts and gets only: the key-value store of long histories. */
export const plainKv: Workload = {
  ...uniqueRegister,
  model: 'kv',
  request: (prng, fresh) =>
    prng.chance(500) ? { f: 'get', input: null } : { f: 'put', input: fresh },
}

/** Appends and gets only, where looking ahead matters most. */
export const growingKv: Workload = {
  ...uniqueRegister,
  model: 'kv',
  initial: '',
  request: (prng, fresh) =>
    prng.chance(500) ? { f: 'get', input: null } : { f: 'append', input: `${fresh};` },
}

function applyToValue(state: Json, { f, input }: Request): Answer {
  switch (f) {
    case 'read':
    case 'get':
      return { state, output: state }
    case 'append':
      return { state: `${state === null ? '' : textOf(state)}${textOf(input)}`, output: null }
    case 'cas': {
      const [from, to] = list(input)
      return same(from, state) ? { state: to ?? null, output: true } : { state, output: false }
    }
    default:
      return { state: input, output: null }
  }
}

const counter: Workload = {
  model: 'counter',
  initial: 0,
  request(prng) {
    if (prng.chance(400)) return { f: 'read', input: null }
    return prng.chance(500)
      ? { f: 'increment', input: null }
      : { f: 'add', input: prng.between(-1, 3) }
  },
  apply(state, { f, input }) {
    const next = Number(state) + (f === 'increment' ? 1 : Number(input))
    return { state: f === 'read' ? state : next, output: f === 'read' ? state : next }
  },
  silent: ['add', 'increment'],
}

/** Never falls, so that looking ahead applies. */
const growingCounter: Workload = {
  ...counter,
  request: (prng) =>
    prng.chance(500) ? { f: 'read', input: null } : { f: 'add', input: prng.between(0, 2) },
}

const set: Workload = {
  model: 'set',
  initial: [],
  request(prng) {
    const f = prng.pick(['add', 'add', 'remove', 'contains', 'read'])
    return { f, input: f === 'read' ? null : small(prng) }
  },
  apply(state, { f, input }) {
    const held = list(state).includes(input)
    if (f === 'read') return { state, output: state }
    if (f === 'contains') return { state, output: held }
    if (f === 'add') return { state: held ? state : [...list(state), input].sort(), output: !held }
    return { state: list(state).filter((each) => each !== input), output: held }
  },
  silent: ['add', 'remove'],
}

const growingSet: Workload = {
  ...set,
  request: (prng) =>
    prng.chance(500) ? { f: 'read', input: null } : { f: 'add', input: small(prng) },
}

const queue: Workload = {
  model: 'queue',
  initial: [],
  request: (prng) =>
    prng.chance(500) ? { f: 'dequeue', input: null } : { f: 'enqueue', input: small(prng) },
  apply(state, { f, input }) {
    if (f === 'enqueue') return { state: [...list(state), input], output: null }
    const [head = null, ...rest] = list(state)
    return { state: rest, output: head }
  },
  silent: [],
}

/** No two items are equal, so that looking ahead applies. */
export const uniqueQueue: Workload = {
  ...queue,
  request: (prng, fresh) =>
    prng.chance(500) ? { f: 'dequeue', input: null } : { f: 'enqueue', input: fresh },
}

const log: Workload = {
  model: 'log',
  initial: [],
  request(prng) {
    if (prng.chance(600)) return { f: 'append', input: small(prng) }
    return { f: 'read', input: prng.chance(300) ? prng.between(0, 2) : null }
  },
  apply(state, { f, input }) {
    const entries = list(state)
    if (f === 'append') return { state: [...entries, input], output: entries.length }
    return { state, output: entries.slice(Number(input ?? 0)) }
  },
  silent: ['append'],
}

const lock: Workload = {
  model: 'lock',
  initial: null,
  request: (prng) => ({
    f: prng.pick(['acquire', 'try-acquire', 'release', 'release']),
    input: null,
  }),
  apply(state, { f }, process) {
    if (f === 'release') {
      const owned = state === process
      return { state: owned ? null : state, output: owned }
    }
    if (state === null) return { state: process, output: true }
    return f === 'acquire' ? undefined : { state, output: false }
  },
  silent: [],
}

export interface NamedWorkload extends Workload {
  readonly name: string
}

/** All of them: at least one for every model. */
export const WORKLOADS: readonly NamedWorkload[] = Object.entries({
  register,
  uniqueRegister,
  casRegister,
  kv,
  plainKv,
  growingKv,
  counter,
  growingCounter,
  set,
  growingSet,
  queue,
  uniqueQueue,
  log,
  lock,
}).map(([name, workload]) => ({ ...workload, name }))

function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
