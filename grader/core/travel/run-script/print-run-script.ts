/** Writes a run in the text form that `run-script.ts` reads. */
import { assert } from '../../assert.ts'
import { canonicalText } from '../../json.ts'
import { calmNetwork } from '../../sim/calm-network.ts'
import { printDeliveries, printFault, printNemesis } from '../../sim/nemesis-print.ts'
import type { ClientOperation, NetworkOptions, Scenario } from '../../sim/scenario.ts'
import type { Json } from '../../trace/event.ts'
import type { HandStep } from '../by-hand/hand-step.ts'

const MICROS_PER_MS = 1_000

/**
 * The script that makes `scenario` of `base`, the scenario of its check. The two may differ in
 * what a script can say: faults, fates, requests, and whether the network is calm.
 */
export function printRunScript(scenario: Scenario, base: Scenario): string {
  return (
    printNetwork(scenario.network, base.network) +
    printNemesis(scenario.nemesis) +
    printDeliveries(scenario.deliveries ?? []) +
    printRequests(scenario.operations, base.operations)
  )
}

/** The lines of what a person picked. */
export function printHandSteps(steps: readonly HandStep[]): string {
  return steps.map((step) => `${printHandStep(step)}\n`).join('')
}

function printHandStep(step: HandStep): string {
  switch (step.kind) {
    case 'next':
      return `next ${step.choice}`
    case 'now':
      return `now ${printFault(step.fault)}`
    case 'run-until':
      return `run until ${step.event}`
    case 'run-on':
      return 'run on'
  }
}

function printNetwork(network: NetworkOptions, base: NetworkOptions): string {
  if (isSame(network, base)) return ''
  assert(isSame(network, calmNetwork(base)), 'a script says of a network only that it is calm')
  return 'calm network\n'
}

function printRequests(
  operations: readonly ClientOperation[],
  base: readonly ClientOperation[],
): string {
  if (isSame(operations, base)) return ''
  if (operations.length === 0) return 'no requests\n'
  return operations
    .map(({ client, node, at, timeoutMicros, retry, body }) => {
      const again =
        retry === undefined
          ? ''
          : ` retry=${retry.everyMicros / MICROS_PER_MS},${retry.nodes.join(',')}`
      const times = `at=${at / MICROS_PER_MS} timeout=${timeoutMicros / MICROS_PER_MS}${again}`
      return `request ${client} > ${node} ${times} ${JSON.stringify(body)}\n`
    })
    .join('')
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalText(a as Json) === canonicalText(b as Json)
}
