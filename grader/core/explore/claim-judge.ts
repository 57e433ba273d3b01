/**
 * Asks claims about traces along the paths of a search. A monitor remembers what it saw, and
 * that memory is no part of a state; so every transition is judged at the end of the path
 * by which its state was first reached, a shortest one. A violation that needs a longer
 * way into some state may be missed: what must hold in every state is for a `StateClaim`.
 */
import type { Claim, Violation } from '../check/claim.ts'
import type { TraceEvent, TraceHeader } from '../trace/event.ts'
import { WorldView } from '../trace/world-view.ts'
import type { Move } from './moves.ts'
import type { PackedWorld } from './packed-world.ts'
import { type PathStep, traceSteps } from './path.ts'
import { PathTrace } from './path-trace.ts'
import type { Broken } from './result.ts'
import type { Space } from './space.ts'

type BrokenClaim = Broken & { readonly kind: 'claim-broken' }

/** Judges one trace, event by event, by some claims. */
class TraceJudge {
  readonly #claims: readonly Claim[]
  readonly #view: WorldView
  readonly #monitors

  constructor(claims: readonly Claim[], header: TraceHeader) {
    this.#claims = claims
    this.#view = new WorldView(header)
    this.#monitors = claims.map(({ monitor }) => monitor(header))
  }

  look(events: readonly TraceEvent[]): BrokenClaim | undefined {
    for (const event of events) {
      this.#view.fold(event)
      for (const [index, monitor] of this.#monitors.entries()) {
        const violation = monitor.onEvent(event, this.#view)
        if (violation !== undefined) return this.#broken(index, violation)
      }
    }
    return undefined
  }

  #broken(index: number, violation: Violation): BrokenClaim {
    const { id: claimId = '', sentence = '' } = this.#claims[index] ?? {}
    return { kind: 'claim-broken', claimId, sentence, violation }
  }
}

/** Judges the moves out of one state after the other. */
export class ClaimJudge {
  readonly #space: Space
  readonly #claims: readonly Claim[]
  readonly #header: TraceHeader
  #path: PathTrace

  constructor(space: Space, claims: readonly Claim[]) {
    this.#space = space
    this.#claims = claims
    this.#header = headerOf(space)
    this.#path = new PathTrace(space)
  }

  /** The moves that come are those of the state at the end of `steps`. */
  standAt(steps: readonly PathStep[]): void {
    this.#path = traceSteps(this.#space, steps)
  }

  /** Judges the whole path with this move at its end. */
  look(world: PackedWorld, move: Move): BrokenClaim | undefined {
    const path = this.#path.fork()
    path.take(world, move)
    return new TraceJudge(this.#claims, this.#header).look(path.events)
  }

  /** Judges the path without a move. */
  lookHere(): BrokenClaim | undefined {
    return new TraceJudge(this.#claims, this.#header).look(this.#path.events)
  }
}

/** Judges a path that only grows: a walk, which never turns back. */
export class WalkJudge {
  readonly #path: PathTrace
  readonly #judge: TraceJudge

  constructor(space: Space, claims: readonly Claim[], steps: readonly PathStep[]) {
    this.#path = traceSteps(space, steps)
    this.#judge = new TraceJudge(claims, headerOf(space))
    this.#judge.look(this.#path.events)
  }

  look(world: PackedWorld, move: Move): BrokenClaim | undefined {
    const count = this.#path.events.length
    this.#path.take(world, move)
    return this.#judge.look(this.#path.events.slice(count))
  }
}

/** What the trace of a path is headed by. No seed had a part in it. */
export function headerOf({ scope, clients }: Space): TraceHeader {
  return { version: 2, scenario: scope.id, seed: 0, nodes: scope.nodes, clients }
}
