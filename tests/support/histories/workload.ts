/**
 * What clients ask of an object, and what the object answers: written once more, apart from
 * the models of core, so that tests hold the two against each other.
 */
import type { Json, Prng } from '#core'

/** What a client asks for. */
export interface Request {
  readonly f: string
  readonly input: Json
}

export interface Answer {
  readonly state: Json
  readonly output: Json
}

/** A kind of object, with a workload for it; states are JSON, and never changed in place. */
export interface Workload {
  /** Id of the model of core that must agree. */
  readonly model: string
  readonly initial: Json
  /** The next request of a process. `fresh` is a number that nobody else gets. */
  readonly request: (prng: Prng, fresh: number) => Request
  /** What the object does; undefined when it cannot answer now, as with a lock that is held. */
  readonly apply: (state: Json, request: Request, process: string) => Answer | undefined
  /** Operations that may also answer with null. */
  readonly silent: readonly string[]
}
