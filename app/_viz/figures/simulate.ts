/** One run of a scenario on nodes of a class of ours. */
import { runScenario, type Scenario, type Trace } from '#core'
import { ClassHost, type NodeClass } from '#systems/class-host.ts'

export interface Simulated {
  readonly trace: Trace
  readonly traceHash: string
}

/** @throws Error when the nodes' own code failed, or a budget was reached */
export function simulate(node: NodeClass, scenario: Scenario, seed: number): Simulated {
  const host = new ClassHost(node)
  const { result, trace } = runScenario({ scenario, claims: [], seed, host, keepTrace: true })
  if (trace === undefined || result.outcome.kind !== 'pass') {
    throw new Error(`The run ${scenario.id} failed: ${JSON.stringify(result.outcome)}`)
  }
  return { trace, traceHash: result.traceHash }
}
