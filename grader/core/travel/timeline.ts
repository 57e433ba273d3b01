/**
 * Time travel in a trace: the state of the cluster after any event, in either direction,
 * without folding the whole trace again.
 */
import type { EventId, Trace } from '../trace/event.ts'
import { ClusterState } from './cluster-state.ts'

/** So many events lie between two kept states: a seek folds fewer than that. */
const CHECKPOINT_EVERY = 512

export class Timeline {
  readonly #trace: Trace
  /** The state before event `index * CHECKPOINT_EVERY`. */
  readonly #checkpoints: ClusterState[] = []

  constructor(trace: Trace) {
    this.#trace = trace
  }

  /** The state right after `event`; -1: before anything happened. It is the caller's own. */
  after(event: EventId): ClusterState {
    const { events } = this.#trace
    const end = Math.min(event + 1, events.length)
    const index = Math.floor(end / CHECKPOINT_EVERY)
    const state = this.#checkpoint(index).clone()
    this.#fold(state, index * CHECKPOINT_EVERY, end)
    return state
  }

  /** Made when they are first needed: who looks at the beginning does not pay for the end. */
  #checkpoint(index: number): ClusterState {
    if (this.#checkpoints.length === 0) {
      this.#checkpoints.push(new ClusterState(this.#trace.header))
    }
    for (let made = this.#checkpoints.length; made <= index; made++) {
      const state = (this.#checkpoints[made - 1] as ClusterState).clone()
      this.#fold(state, (made - 1) * CHECKPOINT_EVERY, made * CHECKPOINT_EVERY)
      this.#checkpoints.push(state)
    }
    return this.#checkpoints[index] as ClusterState
  }

  #fold(state: ClusterState, from: number, to: number): void {
    for (const event of this.#trace.events.slice(from, to)) state.fold(event)
  }
}
