/** How small a failing run becomes, over the first failing run of every mutant. */
import { type Check, runSeed, shrink, visibleSeeds } from '#core'
import { FunctionHost } from '#kit/function-host.ts'
import type { Lab } from '#kit/lab.ts'
import { compileSolution, mutate, readCorpus } from '../../scripts/power/lab-corpus.ts'
import type { Figure } from './figure.ts'

export const name = 'shrink'

const RUNS_MAX = 2_000

interface Measured {
  readonly eventsBefore: number
  readonly eventsAfter: number
  readonly faultsBefore: number
  readonly faultsAfter: number
  readonly oddDeliveries: number
  readonly runs: number
  readonly ms: number
  readonly isMinimal: boolean
}

/** Shrinks each mutant's first failing run in this process. */
export async function run(): Promise<readonly Figure[]> {
  const measured: Measured[] = []
  for (const { lab, checks, solution, mutants } of await readCorpus()) {
    for (const mutant of mutants) {
      const code = compileSolution(mutate(solution, mutant))
      for (const check of checks) {
        const shrunk = shrinkFirstFailure(check, code, lab)
        if (shrunk !== undefined) measured.push(shrunk)
      }
    }
  }
  const of = (pick: (one: Measured) => number) => median(measured.map(pick))
  return [
    {
      name: 'failing runs shrunk (first of each check of each mutant)',
      value: measured.length,
      unit: '',
    },
    { name: 'of them 1-minimal', value: measured.filter((one) => one.isMinimal).length, unit: '' },
    { name: 'median events before', value: of((one) => one.eventsBefore), unit: '' },
    { name: 'median events after', value: of((one) => one.eventsAfter), unit: '' },
    { name: 'median faults before', value: of((one) => one.faultsBefore), unit: '' },
    { name: 'median faults after', value: of((one) => one.faultsAfter), unit: '' },
    {
      name: 'median messages that must be late, lost or repeated',
      value: of((one) => one.oddDeliveries),
      unit: '',
    },
    { name: 'median runs', value: of((one) => one.runs), unit: '' },
    { name: 'median time', value: of((one) => one.ms), unit: 'ms' },
    { name: 'longest time', value: Math.max(...measured.map((one) => one.ms)), unit: 'ms' },
  ]
}

function shrinkFirstFailure(check: Check, code: string, lab: Lab): Measured | undefined {
  const newHost = () => new FunctionHost(code, lab.modules)
  const { claims } = check
  for (const seed of visibleSeeds(check)) {
    const { result } = runSeed({ check, seed, host: newHost(), keepTrace: false, hashTrace: false })
    if (result.outcome.kind === 'pass') continue
    const scenario = check.scenario(seed)
    const started = performance.now()
    const search = shrink({ scenario, seed, claims, newHost, runsMax: RUNS_MAX })
    let step = search.next()
    while (step.done !== true) step = search.next()
    const shrunk = step.value
    if (shrunk === undefined) return undefined
    return {
      eventsBefore: result.eventCount,
      eventsAfter: shrunk.result.eventCount,
      faultsBefore: scenario.nemesis.length,
      faultsAfter: shrunk.faults,
      oddDeliveries: shrunk.deliveries,
      runs: shrunk.runs,
      ms: performance.now() - started,
      isMinimal: shrunk.isMinimal,
    }
  }
  return undefined
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
