/**
 * How much processor time it takes to judge causal consistency and session guarantees of long
 * histories. Time on the wall would measure what else the machine does.
 */
import type { History } from '#core'
import {
  checkCausalConvergence,
  checkCausalMemory,
  checkPram,
  checkWeakCausal,
} from '../../grader/core/check/causal/check-causal.ts'
import {
  checkMonotonicReads,
  checkMonotonicWrites,
  checkReadYourWrites,
  checkWritesFollowReads,
} from '../../grader/core/check/sessions/check-sessions.ts'
import { STORE_INITIAL, simulateStore } from '../core/causal/simulated-store.ts'
import type { Figure } from './figure.ts'

export const name = 'causal'

const OPTIONS = { initial: STORE_INITIAL }
const LIMITS = { stepsMax: 500_000_000 }
const REPEATS = 5

type Check = (history: History) => { readonly verdict: string }

const CAUSAL: Readonly<Record<string, Check>> = {
  'CC and CCv': (history) => {
    const weak = checkWeakCausal(history, OPTIONS)
    return weak.verdict === 'pass' ? checkCausalConvergence(history, OPTIONS) : weak
  },
}

const SESSIONS: Readonly<Record<string, Check>> = {
  'read your writes': (history) => checkReadYourWrites(history, OPTIONS),
  'monotonic reads': (history) => checkMonotonicReads(history, OPTIONS),
  'monotonic writes': (history) => checkMonotonicWrites(history, OPTIONS),
  'writes follow reads': (history) => checkWritesFollowReads(history, OPTIONS),
}

const VIEWS: Readonly<Record<string, Check>> = {
  CM: (history) => checkCausalMemory(history, OPTIONS, LIMITS),
  PRAM: (history) => checkPram(history, OPTIONS, LIMITS),
}

/** Histories of ten sessions that keep what is checked: nothing ends early. */
export function run(): Promise<readonly Figure[]> {
  const converging = (operations: number, keys: number) =>
    simulateStore({ kind: 'causal-last-writer-wins', sessions: 10, keys, operations, seed: 1 })
  const broadcast = (operations: number) =>
    simulateStore({ kind: 'causal-broadcast', sessions: 10, keys: 10, operations, seed: 1 })
  return Promise.resolve([
    ...measure(CAUSAL, '100k operations on 100 keys', converging(100_000, 100)),
    ...measure(CAUSAL, '100k operations on 1 key', converging(100_000, 1)),
    ...measure(SESSIONS, '100k operations on 100 keys', converging(100_000, 100)),
    ...measure(VIEWS, '1k operations', broadcast(1_000)),
    ...measure(VIEWS, '10k operations', broadcast(10_000)),
  ])
}

/** The median of some runs, after one to warm up. */
function measure(
  checks: Readonly<Record<string, Check>>,
  label: string,
  history: History,
): Figure[] {
  return Object.entries(checks).map(([check, judge]) => {
    const times: number[] = []
    for (let turn = 0; turn <= REPEATS; turn++) {
      const started = process.cpuUsage()
      const { verdict } = judge(history)
      if (verdict !== 'pass') throw new Error(`${check}, ${label}: ${verdict}`)
      const { user, system } = process.cpuUsage(started)
      if (turn > 0) times.push((user + system) / 1_000)
    }
    times.sort((a, b) => a - b)
    return { name: `${check}, ${label}`, value: times[Math.floor(REPEATS / 2)] ?? 0, unit: 'ms' }
  })
}
