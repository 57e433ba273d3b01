/** How fast isolation is judged: long histories by inference, short ones by search. */
import { classifyIsolation, type History, type Json, type Operation, Prng } from '#core'
import type { Figure } from './figure.ts'

export const name = 'transactions'

const LIMITS = { stepsMax: 1_000_000_000 }
/** A key is written so often and then left behind, as Jepsen does. */
const WRITES_PER_KEY = 64
const STEPS_PER_TRANSACTION = 4
const KEYS_IN_USE = 10

interface Workload {
  readonly f: 'append' | 'w'
  readonly transactions: number
  readonly processes: number
  /** Snapshots are taken at the call and checked for conflicts at the end. */
  readonly isSnapshot?: boolean
  /** Makes one transaction near the end miss what ended before it began. */
  readonly isStale?: boolean
}

export async function run(): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  const lists = { f: 'append', processes: 10 } as const
  const registers = { f: 'w', processes: 10 } as const
  for (const transactions of [1_000, 10_000, 100_000]) {
    const history = storeHistory({ ...lists, transactions })
    figures.push(timed(`lists, ${transactions} transactions, all levels`, history))
  }
  const stale = storeHistory({ ...lists, transactions: 100_000, isStale: true })
  figures.push(timed('lists, 100000 transactions, one stale read, all levels', stale))
  const snapshots = storeHistory({ ...lists, transactions: 100_000, isSnapshot: true })
  figures.push(timed('lists, 100000 transactions, write skew, all levels', snapshots))
  for (const transactions of [10_000, 100_000]) {
    const history = storeHistory({ ...registers, transactions })
    figures.push(timed(`registers, ${transactions} transactions, all levels`, history))
  }
  const skewed = storeHistory({ ...registers, transactions: 10_000, isSnapshot: true })
  figures.push(timed('registers, 10000 transactions, write skew, all levels', skewed))
  for (const transactions of [100, 300, 1_000, 2_000]) {
    const history = timeless(storeHistory({ ...registers, transactions }))
    figures.push(timed(`registers, ${transactions} transactions in no order, all levels`, history))
  }
  return figures
}

/** In time of the processor: other work on the machine does not count. */
function timed(label: string, history: History): Figure {
  const started = process.cpuUsage()
  const { levels, strongest } = classifyIsolation(history, LIMITS)
  const { user, system } = process.cpuUsage(started)
  const value = (user + system) / 1_000
  const undecided = levels.filter(({ verdict }) => verdict.verdict === 'unknown').length
  const rest = undecided === 0 ? '' : `, ${undecided} undecided`
  return { name: `${label} (${strongest.join(', ') || 'none'}${rest})`, value, unit: 'ms' }
}

/** The same with all overlapping and in random order: only a search can tell which came first. */
function timeless({ operations }: History): History {
  const shuffled = new Prng(11, 'timeless').shuffle(operations)
  return {
    operations: shuffled.map((one, id) => ({
      ...one,
      id,
      process: `c${id}`,
      call: id,
      return: shuffled.length + id,
    })),
  }
}

interface Running {
  readonly plan: [string, string, Json][]
  readonly process: string
  readonly call: number
  readonly snapshot: ReadonlyMap<string, Json> | undefined
  readonly startedAt: number
}

/** What a store of transactions answers when clients overlap. */
function storeHistory({ f, transactions, processes, isSnapshot, isStale }: Workload): History {
  const prng = new Prng(7, `${f} ${transactions}`)
  const store = new Map<string, Json>()
  const changedAt = new Map<string, number>()
  const running: Running[] = []
  const operations: Operation[] = []
  let [now, value, writes] = [0, 0, 0]
  const begin = (process: string) => {
    const plan = Array.from({ length: STEPS_PER_TRANSACTION }, (): [string, string, Json] => {
      const base = Math.floor(writes / WRITES_PER_KEY)
      const key = `k${base + prng.between(0, KEYS_IN_USE - 1)}`
      if (prng.chance(500)) return ['r', key, null]
      writes++
      return [f, key, ++value]
    })
    const keys = new Set(plan.map(([, key]) => key))
    const snapshot =
      isSnapshot === true
        ? new Map([...keys].map((key) => [key, store.get(key) ?? null]))
        : undefined
    running.push({ plan, process, call: ++now, snapshot, startedAt: now })
  }
  const end = (one: Running) => {
    const written = one.plan.filter(([g]) => g !== 'r').map(([, key]) => key)
    const isLate = isStale === true && operations.length === transactions - 5
    const clashes =
      one.snapshot !== undefined && written.some((key) => (changedAt.get(key) ?? 0) > one.startedAt)
    const view = new Map(one.snapshot)
    const answers = one.plan.map(([g, key, given]): [string, string, Json] => {
      const held = (view.has(key) ? view.get(key) : store.get(key)) ?? null
      if (g === 'r') return [g, key, isLate && Array.isArray(held) ? held.slice(0, -3) : held]
      view.set(key, g === 'w' ? given : [...((held ?? []) as Json[]), given])
      return [g, key, given]
    })
    ++now
    if (!clashes) {
      for (const key of written) {
        store.set(key, view.get(key) ?? null)
        changedAt.set(key, now)
      }
    }
    operations.push(operationOf(one, { output: clashes ? null : answers, end: ++now }))
  }
  for (let process = 0; process < processes; process++) begin(`c${process}`)
  while (operations.length < transactions) {
    const [one] = running.splice(prng.between(0, running.length - 1), 1)
    if (one === undefined) break
    end(one)
    begin(one.process)
  }
  return {
    operations: operations.sort((a, b) => a.call - b.call).map((one, id) => ({ ...one, id })),
  }
}

function operationOf(
  { plan, process, call }: Running,
  { output, end }: { readonly output: Json; readonly end: number },
): Operation {
  return {
    id: 0,
    process,
    f: 'txn',
    key: '',
    input: plan.map(([f, key, value]) => [f, key, f === 'r' ? null : value]),
    output,
    call,
    return: end,
    outcome: output === null ? 'fail' : 'ok',
  }
}
