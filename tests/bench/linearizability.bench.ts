/**
 * What the checkers of linearizability and sequential consistency cost. CPU time, because
 * wall time says more about the machine than about them.
 */
import {
  checkLinearizable,
  checkSequential,
  findModel,
  type History,
  type Model,
  Prng,
  present,
} from '#core'
import { generateHistory, type HistoryOptions } from '../support/histories/generate.ts'
import { linearizabilityHistories } from '../support/histories/recorded.ts'
import type { Workload } from '../support/histories/workload.ts'
import { plainKv, uniqueRegister, WORKLOADS } from '../support/histories/workloads.ts'
import type { Figure } from './figure.ts'

export const name = 'linearizability'

const STEPS_MAX = 20_000_000
const LONG_OPERATIONS = 100_000
const MODEL_OPERATIONS = 1_000
/** As in a warm process: the first call of a function costs far more than the others. */
const WARM_UP_ROUNDS = 3
const MIB = 2 ** 20

/** Recorded histories in sum, long histories, then one figure for each kind of workload. */
export async function run(): Promise<readonly Figure[]> {
  return [...recorded(), ...long(), ...kinds(), sequential()]
}

function recorded(): readonly Figure[] {
  const histories = linearizabilityHistories().map(({ model, init, history }) => ({
    model: modelOf(model, init),
    history,
  }))
  const round = () => {
    for (const { history, model } of histories) judge(history, model)
  }
  const cold = cpuMs(round)
  for (let count = 0; count < WARM_UP_ROUNDS; count++) round()
  const label = `${histories.length} recorded histories in sum`
  return [
    { name: `${label}, first round`, value: cold, unit: 'ms CPU' },
    { name: `${label}, warm`, value: cpuMs(round), unit: 'ms CPU' },
  ]
}

function long(): readonly Figure[] {
  const cases: readonly [string, Workload, Partial<HistoryOptions>][] = [
    ['register, 5 processes', uniqueRegister, {}],
    ['register, 10 processes', uniqueRegister, { processes: 10 }],
    ['key-value store, 100 keys', plainKv, { keys: 100, processes: 10 }],
  ]
  return cases.flatMap(([label, workload, options]) => {
    const history = historyOf(workload, { operations: LONG_OPERATIONS, ...options })
    const model = modelOf(workload.model, workload.initial)
    const before = process.memoryUsage()
    const ms = cpuMs(() => judge(history, model))
    const after = process.memoryUsage()
    const grown = after.heapUsed - before.heapUsed + (after.arrayBuffers - before.arrayBuffers)
    const stale = withStaleRead(history)
    return [
      { name: `${label}, 100k operations`, value: ms, unit: 'ms CPU' },
      { name: `${label}, 100k operations, memory`, value: grown / MIB, unit: 'MiB' },
      {
        name: `${label}, 100k operations, stale read near the end`,
        value: cpuMs(() => judge(stale, model, 'fail')),
        unit: 'ms CPU',
      },
    ]
  })
}

function kinds(): readonly Figure[] {
  // Equal items in a queue leave too many orders open; `uniqueQueue` is the one in use.
  return WORKLOADS.filter((workload) => workload.name !== 'queue').map((workload) => {
    const history = historyOf(workload, { operations: MODEL_OPERATIONS })
    const model = modelOf(workload.model, workload.initial)
    judge(history, model)
    const value = cpuMs(() => judge(history, model))
    return { name: `${workload.name}, 1k operations, 5 processes`, value, unit: 'ms CPU' }
  })
}

/** Linearizable for each process alone, but processes live a little apart in time. */
function sequential(): Figure {
  const { operations } = historyOf(uniqueRegister, { operations: 200, processes: 4, keys: 3 })
  const moved = operations.map((each) => {
    const delay = Number(each.process.slice(1)) * 4
    return { ...each, call: each.call + delay, return: each.return && each.return + delay }
  })
  moved.sort((a, b) => a.call - b.call)
  const history = { operations: moved.map((each, id) => ({ ...each, id })) }
  const model = modelOf('register', null)
  const value = cpuMs(() => {
    const { verdict } = checkSequential(history, model, { stepsMax: STEPS_MAX })
    if (verdict !== 'pass') throw new Error(`it is sequentially consistent, not ${verdict}`)
  })
  return { name: 'sequential, 200 operations out of real time', value, unit: 'ms CPU' }
}

function historyOf(workload: Workload, options: Partial<HistoryOptions>): History {
  return generateHistory(new Prng(1, 'bench'), {
    workload,
    operations: MODEL_OPERATIONS,
    processes: 5,
    keys: 1,
    infoPermille: 0,
    failPermille: 0,
    ties: false,
    ...options,
  })
}

/** The last read of a key returns the first value that was read from it. */
function withStaleRead({ operations }: History): History {
  const reads = operations.filter(({ f, output }) => /read|get/.test(f) && output !== null)
  const last = present(reads.at(-1), 'a long history has reads')
  const first = present(
    reads.find(({ key }) => key === last.key),
    'at least the last one',
  )
  return {
    operations: operations.map((each) =>
      each === last ? { ...each, output: first.output } : each,
    ),
  }
}

function modelOf(id: string, init: Workload['initial']): Model {
  return present(findModel(id), 'there is such a model').make(init)
}

function judge(history: History, model: Model, expected?: string): void {
  const { verdict } = checkLinearizable(history, model, { stepsMax: STEPS_MAX })
  if (verdict === 'unknown' || (expected !== undefined && verdict !== expected)) {
    throw new Error(`a benchmark must be decided: ${verdict}`)
  }
}

function cpuMs(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}
