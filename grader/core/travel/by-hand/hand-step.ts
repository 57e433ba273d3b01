/** What a person who runs a cluster by hand lets happen. */
import type { Fault } from '../../sim/nemesis.ts'
import type { EventId } from '../../trace/event.ts'

export type HandStep =
  /** One of the things that may happen next, by its name (see `choice.ts`). */
  | { readonly kind: 'next'; readonly choice: string }
  | { readonly kind: 'now'; readonly fault: Fault }
  /** What is due soonest, again and again, as far as the handler call of this event. */
  | { readonly kind: 'run-until'; readonly event: EventId }
  /** The same, to the end of the run. */
  | { readonly kind: 'run-on' }
