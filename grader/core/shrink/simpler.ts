/** Scenarios that say the same in a simpler way: a node by its name, a round or an earlier time. */
import type { DeliveryChoice } from '../sim/delivery.ts'
import type { Fault, NemesisStep, Target } from '../sim/nemesis.ts'
import type { Scenario } from '../sim/scenario.ts'
import type { Micros, NodeId } from '../trace/event.ts'

/** Times are easier to read when they are round: 1200 ms rather than 1203.417. */
const ROUND_MICROS = [100_000, 10_000, 1_000]

/** Simpler forms of one step, the simplest first; none when it is simple. */
export function* simplerSteps(step: NemesisStep, nodes: readonly NodeId[]): Generator<NemesisStep> {
  const { fault } = step
  if ('target' in fault && fault.target.kind === 'where') {
    for (const node of nodes) yield { ...step, fault: withTarget(fault, { kind: 'node', node }) }
  }
  if (fault.kind === 'crash' && fault.moment.kind === 'mid-call') {
    yield { ...step, fault: { ...fault, moment: { kind: 'now' } } }
  }
  if (fault.kind === 'crash' && fault.unsynced !== 'lost') {
    yield { ...step, fault: { ...fault, unsynced: 'lost' } }
  }
  if (fault.kind === 'crash' && fault.downMicros !== null) {
    for (const downMicros of rounded(fault.downMicros)) {
      yield { ...step, fault: { ...fault, downMicros } }
    }
  }
  if (step.after !== undefined) return
  for (const at of rounded(step.at)) yield { ...step, at }
}

/**
 * Rounder delays of one message; none when they are round or it is lost.
 * @param delayMicrosMin no message is faster than that
 */
export function* simplerDeliveries(
  choice: DeliveryChoice,
  delayMicrosMin: Micros,
): Generator<DeliveryChoice> {
  const { fate } = choice
  if (fate.kind === 'lost') return
  for (const [index, delay] of fate.delaysMicros.entries()) {
    for (const simpler of rounded(delay)) {
      if (simpler < delayMicrosMin) continue
      const delaysMicros = fate.delaysMicros.with(index, simpler)
      yield { ...choice, fate: { kind: 'delivered', delaysMicros } }
    }
  }
}

/**
 * The same scenario with all faults and operations earlier: most runs wait long before
 * anything happens. From the boldest to the most careful.
 */
export function* earlier(scenario: Scenario): Generator<Scenario> {
  const times = [...scenario.nemesis.filter(isTimed), ...scenario.operations].map(({ at }) => at)
  const first = Math.min(...times)
  if (times.length === 0 || first === 0) return
  for (const part of [1, 2, 4, 8]) {
    const by = Math.floor(first / part)
    const move = <T extends { readonly at: Micros }>(one: T): T => ({ ...one, at: one.at - by })
    yield {
      ...scenario,
      nemesis: scenario.nemesis.map((step) => (isTimed(step) ? move(step) : step)),
      operations: scenario.operations.map(move),
    }
  }
}

function isTimed({ after }: NemesisStep): boolean {
  return after === undefined
}

function* rounded(micros: Micros): Generator<Micros> {
  for (const unit of ROUND_MICROS) {
    const round = Math.round(micros / unit) * unit
    if (round === micros) return
    yield round
  }
}

function withTarget<F extends Fault & { readonly target: Target }>(fault: F, target: Target): F {
  return { ...fault, target }
}
