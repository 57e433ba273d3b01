/** How fast the simulator runs, with and without a learner's code in it. */
import { runSeed, visibleSeeds } from '#core'
import { FunctionHost } from '#kit/function-host.ts'
import { compileSolution, readCorpus } from '../../scripts/power/lab-corpus.ts'
import type { Figure } from './figure.ts'

export const name = 'sim'

/** Runs every check of every step with its reference solution, in this process. */
export async function run(): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const { lab, step, checks, solution } of await readCorpus()) {
    const code = compileSolution(solution)
    let events = 0
    let seeds = 0
    const started = performance.now()
    for (const check of checks) {
      for (const seed of visibleSeeds(check)) {
        const host = new FunctionHost(code, lab.modules)
        events += runSeed({ check, seed, host, keepTrace: false }).result.eventCount
        seeds++
      }
    }
    const seconds = (performance.now() - started) / 1_000
    const label = `${lab.id}/${step.id}`
    figures.push(
      { name: `${label} events per second, judged`, value: events / seconds, unit: 'events/s' },
      { name: `${label} one seed`, value: (seconds / seeds) * 1_000, unit: 'ms' },
      { name: `${label} all checks`, value: seconds, unit: 's' },
    )
  }
  return figures
}
