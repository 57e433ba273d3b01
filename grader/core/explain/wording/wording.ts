/**
 * How the story of one property is told: which events bear witness beside those that its
 * violation names, and what each is called in the words of that property.
 */
import type { Violation } from '../../check/claim.ts'
import type { EventId, TraceEvent } from '../../trace/event.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Scene } from '../scene.ts'

/** What is known when an event is told. */
export interface Moment {
  /** Has folded the trace up to the event. */
  readonly view: WorldView
  readonly scene: Scene
  readonly violation: Violation
}

export interface Wording {
  /**
   * What this event is in the words of the property, without a full stop; undefined leaves
   * it to the plain description.
   */
  readonly tell: (event: TraceEvent, moment: Moment) => string | undefined
  /** Events that explain how it came about, the most telling first; the story takes what fits. */
  readonly witnesses?: (violation: Violation, scene: Scene) => readonly EventId[]
  /** True when faults cannot be the cause, so that naming them would lead astray. */
  readonly isFaultless?: boolean
  /**
   * The event whose line is to blame, and its field, when it is not the one that broke;
   * undefined when no single line is.
   */
  readonly culprit?: (violation: Violation, scene: Scene) => Culprit | undefined
}

/** An event of a handler call, and the watched field that it is about. */
export interface Culprit {
  readonly event: EventId
  readonly field?: string
}

/** Wordings by the id of their claim. */
export type Wordings = Readonly<Record<string, Wording>>
