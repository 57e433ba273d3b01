/**
 * What if this fault had not been, or another had come here? A fork of a run is the same
 * scenario with one thing changed, run again from the beginning: equal seeds make it equal
 * up to the change, and no state of a learner's code has to be copied.
 */
import { assert } from '../assert.ts'
import type { DeliveryChoice } from '../sim/delivery.ts'
import type { Fault, NemesisStep } from '../sim/nemesis.ts'
import type { Scenario } from '../sim/scenario.ts'
import type { EventId } from '../trace/event.ts'

export type Change =
  /** Right after the handler call in which `after` happened. */
  | { readonly kind: 'add-fault'; readonly after: EventId; readonly fault: Fault }
  /** The step of the nemesis with this index; the simulator's `onFault` tells which fell where. */
  | { readonly kind: 'remove-fault'; readonly step: number }
  /** This message is lost, or arrives then. */
  | { readonly kind: 'settle'; readonly choice: DeliveryChoice }

/** The changed scenario; the one given is as it was. */
export function fork(scenario: Scenario, change: Change): Scenario {
  switch (change.kind) {
    case 'add-fault': {
      const step: NemesisStep = { at: 0, after: change.after, fault: change.fault }
      return { ...scenario, nemesis: [...scenario.nemesis, step] }
    }
    case 'remove-fault': {
      const { step } = change
      assert(step >= 0 && step < scenario.nemesis.length, `the nemesis has a step ${step}`)
      return { ...scenario, nemesis: scenario.nemesis.filter((_, index) => index !== step) }
    }
    case 'settle': {
      const { from, to, index } = change.choice
      const others = (scenario.deliveries ?? []).filter(
        (choice) => choice.from !== from || choice.to !== to || choice.index !== index,
      )
      return { ...scenario, deliveries: [...others, change.choice] }
    }
  }
}
