/** Small random histories of transactions. Equal seeds give equal ones. */
import type { History, Operation, Outcome } from '../../../grader/core/history/operation.ts'
import { Prng } from '../../../grader/core/sim/prng.ts'
import type { Json } from '../../../grader/core/trace/event.ts'
import { answerReads, ENGINES, type Engine, type RandomStep } from './random-store.ts'

const KEYS = ['x', 'y', 'z']

export interface RandomOptions {
  readonly workload: 'w' | 'append'
  readonly transactions: readonly [min: number, max: number]
  /** No more than so many writes in all: all their orders will be tried. */
  readonly writesMax: number
  readonly engine?: Engine
  /** By default from one to three. */
  readonly keyCount?: number
}

interface Plan {
  readonly outcome: Outcome
  readonly isCommitted: boolean
  readonly steps: RandomStep[]
}

export function randomHistory(seed: number, options: RandomOptions): History {
  const prng = new Prng(seed, `history ${options.workload}`)
  const { workload, writesMax } = options
  const keyCount = options.keyCount ?? prng.pick([1, 2, 2, 2, 3])
  const keys = Array.from({ length: keyCount }, (_, place) => KEYS[place] ?? `k${place}`)
  const engine = options.engine ?? prng.pick(ENGINES)
  const [countMin, countMax] = options.transactions
  const isFork = engine === 'fork' && prng.chance(800)
  const count = isFork ? countMax : prng.between(countMin, countMax)
  let value = 0
  const plans = Array.from({ length: count }, (_, place): Plan => {
    const kinds = isFork ? forkKinds(keys, 2 * place < count ? place : -1) : stepKinds(keys, prng)
    const steps = kinds.map(([f, key]): RandomStep => {
      return f === 'r' || value >= writesMax ? ['r', key, null] : [workload, key, ++value]
    })
    const outcome = prng.chance(880) ? 'ok' : prng.chance(600) ? 'info' : 'fail'
    const isCommitted = outcome === 'ok' || (outcome === 'info' && prng.chance(600))
    return { outcome, isCommitted, steps }
  })
  // Some take effect in another order than that of their calls.
  const order = isFork || prng.chance(600) ? plans : prng.shuffle(plans)
  answerReads(order, engine, prng)
  if (options.engine === undefined && prng.chance(120)) scramble(plans, prng)
  return { operations: timed(plans, prng) }
}

type StepKind = readonly ['r' | 'w', string]

/** Writers of one key each, then readers of all: what long forks are made of. */
function forkKinds(keys: readonly string[], writer: number): readonly StepKind[] {
  if (writer < 0) return keys.slice(0, 3).map((key) => ['r', key])
  return [['w', keys[writer % keys.length] ?? 'x']]
}

/** What a transaction does: it reads all keys, updates one by what it read, writes, or anything. */
function stepKinds(keys: readonly string[], prng: Prng): readonly StepKind[] {
  const some = prng.shuffle(keys).slice(0, 3)
  const [first = 'x'] = some
  const style = prng.between(0, 9)
  if (style < 3) return some.map((key) => ['r', key])
  if (style < 6) return [...some.map((key) => ['r', key] as const), ['w', prng.pick(some)]]
  if (style < 8) return some.slice(0, 2).map((key) => ['w', key])
  const rest = Array.from({ length: prng.between(0, 3) }, () => {
    return [prng.chance(500) ? 'r' : 'w', prng.pick(keys)] as const
  })
  return [[prng.chance(500) ? 'r' : 'w', first], ...rest]
}

/** Makes one read one that no store would answer. */
function scramble(plans: readonly Plan[], prng: Prng): void {
  const reads = plans.flatMap(({ steps }) => steps.filter(([f]) => f === 'r'))
  if (reads.length === 0) return
  const read = prng.pick(reads)
  if (Array.isArray(read[2])) read[2] = prng.shuffle(read[2] as Json[])
  else if (read[2] !== null) read[2] = prng.between(1, 9)
}

/** Gives each a process and an interval; in order of their plans, as far as they do not overlap. */
function timed(plans: readonly Plan[], prng: Prng): readonly Operation[] {
  const freeAt = new Map<string, number>()
  const lengthMax = prng.pick([0, 3, 12])
  let now = 0
  const all = plans.map(({ outcome, steps }) => {
    const process = `c${prng.between(1, 3)}`
    now += prng.between(0, 2)
    const call = Math.max(now, freeAt.get(process) ?? 0)
    const end = call + prng.between(0, lengthMax)
    freeAt.set(process, end + 1)
    return { process, call, end, outcome, steps }
  })
  return all
    .sort((a, b) => a.call - b.call)
    .map(({ process, call, end, outcome, steps }, id) => ({
      id,
      process,
      f: 'txn',
      key: '',
      input: steps.map(([f, key, value]) => [f, key, f === 'r' ? null : value]),
      output: outcome === 'ok' ? steps : null,
      call,
      return: outcome === 'info' ? null : end,
      outcome,
    }))
}
