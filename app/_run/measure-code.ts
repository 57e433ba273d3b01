/** Measures what a step wants to know of a learner's code, beside the checks. */
import { measureTradeOff, type NodeHost, runScenario, type TradeOff } from '#core'
import type { TradeOffMeasure } from '#labs/kit/lab.ts'

/** Undefined for code that throws or goes beyond its bounds: there is nothing to measure then. */
export function measureCode(
  { runs, scenario, reading, initial }: TradeOffMeasure,
  newHost: () => NodeHost,
): TradeOff | undefined {
  const traces = []
  for (let seed = 1; seed <= runs; seed++) {
    const { trace, result } = runScenario({
      scenario: scenario(seed),
      seed,
      host: newHost(),
      claims: [],
      keepTrace: true,
      hashTrace: false,
    })
    if (trace === undefined || result.outcome.kind !== 'pass') return undefined
    traces.push(trace)
  }
  return measureTradeOff(traces, { reading, initial })
}
