/** What judging costs: runs of a replicated log with all claims about Raft, and with none. */
import { type Claim, runSeed } from '#core'
import { ClassHost } from '#systems/class-host.ts'
import { ReplicatedLog } from '../core/claims/replicated-log.ts'
import { REPLICATED_LOG_CLAIMS, replicatedLogCheck } from '../core/claims/replicated-log-check.ts'
import type { Figure } from './figure.ts'

export const name = 'claims'

const SEEDS = 40
const ROUNDS = 5

/** CPU time, the least of some rounds in turn: both meet the same machine. */
export async function run(): Promise<readonly Figure[]> {
  let [without, judged, events] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0]
  for (let round = 0; round < ROUNDS; round++) {
    without = Math.min(without, time([]).seconds)
    const measured = time(REPLICATED_LOG_CLAIMS)
    judged = Math.min(judged, measured.seconds)
    events = measured.events
  }
  return [
    { name: 'claims about Raft', value: REPLICATED_LOG_CLAIMS.length, unit: 'claims' },
    { name: 'events per second, not judged', value: events / without, unit: 'events/s' },
    { name: 'events per second, judged', value: events / judged, unit: 'events/s' },
    { name: 'share of a run spent on claims', value: (1 - without / judged) * 100, unit: '%' },
  ]
}

function time(claims: readonly Claim[]): { readonly seconds: number; readonly events: number } {
  const check = replicatedLogCheck('none', claims)
  let events = 0
  const started = process.cpuUsage().user
  for (let seed = 1; seed <= SEEDS; seed++) {
    const host = new ClassHost(ReplicatedLog)
    events += runSeed({ check, seed, host, keepTrace: false }).result.eventCount
  }
  return { seconds: (process.cpuUsage().user - started) / 1_000_000, events }
}
