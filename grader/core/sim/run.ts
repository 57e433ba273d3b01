/** What a run of the simulator is given, and what it comes to. */
import type { EventId, NodeId } from '../trace/event.ts'
import type { Agenda } from './agenda.ts'
import type { DeliveryChoice } from './delivery.ts'
import type { Thrown } from './effect.ts'
import type { Happening } from './happening.ts'
import type { NodeHost } from './node-host.ts'
import type { BudgetName, EventListener } from './recorder.ts'
import type { Scenario } from './scenario.ts'

export interface SimulatorOptions {
  readonly scenario: Scenario
  /** Whole number from 0 to 2^53 - 1. */
  readonly seed: number
  readonly host: NodeHost
  readonly onEvent: EventListener
  /** Told of every message's fate, in order of the sends: what a shrinker may settle. */
  readonly onFate?: (choice: DeliveryChoice) => void
  /**
   * Told of each step of the nemesis as it falls: its index in the scenario, and the id that
   * its first event will have, if it has any.
   */
  readonly onFault?: (step: number, event: EventId) => void
  /** Who says what happens next; by default what is due soonest. */
  readonly agenda?: Agenda<Happening>
}

export interface RunEnd {
  readonly reason: 'horizon' | 'idle' | 'stopped' | 'threw' | 'budget'
  /** Which budget was reached, when `reason` is `budget`. */
  readonly budget?: BudgetName
  /** What the code threw and where, when `reason` is `threw`. */
  readonly thrown?: { readonly node: NodeId; readonly thrown: Thrown }
  readonly eventCount: number
  readonly atMicros: number
}
