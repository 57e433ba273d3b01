/** How long a node that hears nothing waits before it stands for election. */
import type { EventId, EventKind, Micros, NodeId, TraceEvent } from '../../trace/event.ts'
import { seconds } from '../../trace/time-text.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim, Violation } from '../claim.ts'
import { raftState } from './raft-view.ts'

/** A wait that nothing disturbed, from the start or the last candidacy to the next. */
interface Wait {
  readonly node: NodeId
  readonly micros: Micros
  readonly since: EventId
}

/** What begins a wait, disturbs it or ends it. */
const BOUNDARIES = [
  'boot',
  'receive',
  'request',
  'crash',
  'pause',
  'skew',
  'observe',
] as const satisfies readonly EventKind[]

/**
 * Finds the undisturbed waits of a run: a message, a pause or another clock in between makes
 * a wait that says nothing.
 */
class Waits {
  readonly #since = new Map<NodeId, { readonly at: Micros; readonly event: EventId }>()
  readonly #terms = new Map<NodeId, number>()

  /** The wait that ends with this event, if one does. */
  look(event: TraceEvent, view: WorldView): Wait | undefined {
    switch (event.kind) {
      case 'boot':
        this.#since.set(event.node, { at: event.at, event: event.id })
        this.#terms.delete(event.node)
        return undefined
      case 'receive':
      case 'request':
      case 'crash':
      case 'pause':
      case 'skew':
        this.#since.delete(event.node)
        return undefined
      case 'observe':
        return this.#observe(event, view)
      default:
        return undefined
    }
  }

  #observe(event: TraceEvent & { readonly kind: 'observe' }, view: WorldView): Wait | undefined {
    const state = raftState(view.node(event.node))
    if (state === undefined) return undefined
    const known = this.#terms.get(event.node)
    this.#terms.set(event.node, state.term)
    if (known === undefined || state.role !== 'candidate' || state.term <= known) return undefined
    const since = this.#since.get(event.node)
    this.#since.set(event.node, { at: event.at, event: event.id })
    if (since === undefined) return undefined
    return { node: event.node, micros: event.at - since.at, since: since.event }
  }
}

export interface WaitRange {
  readonly microsMin: Micros
  readonly microsMax: Micros
}

/**
 * The broadcast time must lie well below the election timeout, and that well below the time
 * between failures (Raft, section 5.6): who waits too briefly unseats living leaders, who
 * waits too long leaves the cluster without one.
 */
export function waitsInRange({ microsMin, microsMax }: WaitRange): Claim {
  return {
    id: 'waits-in-range',
    sentence: 'A node that hears nothing stands for election neither too early nor too late.',
    source: 'Raft, sections 5.2 and 5.6 (150 to 300 ms as the example)',
    ask: 'In which unit does the timer count, and when is it set anew?',
    monitor() {
      const waits = new Waits()
      return {
        kinds: BOUNDARIES,
        onEvent(event, view) {
          const wait = waits.look(event, view)
          if (wait === undefined) return undefined
          if (wait.micros >= microsMin && wait.micros <= microsMax) return undefined
          const when = wait.micros < microsMin ? 'only' : 'not before'
          return {
            event: event.id,
            message: `${wait.node} heard nothing and stood for election ${when} ${seconds(wait.micros)} s later.`,
            related: [wait.since],
            nodes: [wait.node],
          } satisfies Violation
        },
      }
    },
  }
}

/** So many equal waits in a row are no coincidence, even for who counts in ticks of 10 ms. */
const EQUAL_WAITS = 8

/** "Raft uses randomized election timeouts to ensure that split votes are rare" (section 5.2). */
export const waitsAreRandom: Claim = {
  id: 'waits-are-random',
  sentence: 'Every wait for an election has a fresh random length.',
  source: 'Raft, section 5.2 (randomized election timeouts)',
  ask: 'If two nodes stand at the same moment once, what keeps them from doing so again?',
  monitor() {
    const waits = new Waits()
    const all = new Map<NodeId, Wait[]>()
    return {
      kinds: BOUNDARIES,
      onEvent(event, view) {
        const wait = waits.look(event, view)
        if (wait === undefined) return undefined
        const own = all.get(wait.node) ?? []
        all.set(wait.node, own)
        own.push(wait)
        const last = own.slice(-EQUAL_WAITS)
        const related = [wait.since]
        if (last.length === EQUAL_WAITS && last.every(({ micros }) => micros === wait.micros)) {
          const message = `${wait.node} waited ${seconds(wait.micros)} s ${EQUAL_WAITS} times in a row.`
          return { event: event.id, message, related, nodes: [wait.node] } satisfies Violation
        }
        const twin = [...all].find(([node, others]) => node !== wait.node && isAlike(own, others))
        if (twin === undefined) return undefined
        const [other] = twin
        return {
          event: event.id,
          message: `${other} and ${wait.node} waited equally long each of ${EQUAL_WAITS} times: they stand together.`,
          related,
          nodes: [other, wait.node],
        } satisfies Violation
      },
    }
  },
}

function isAlike(own: readonly Wait[], others: readonly Wait[]): boolean {
  if (own.length !== EQUAL_WAITS || others.length < EQUAL_WAITS) return false
  return own.every(({ micros }, index) => micros === others[index]?.micros)
}
