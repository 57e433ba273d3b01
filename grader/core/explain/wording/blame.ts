/** Ways to say which line is to blame. */
import type { Violation } from '../../check/claim.ts'
import type { Scene } from '../scene.ts'
import type { Culprit } from './wording.ts'

/** The line that last changed this field, where the violation is at an `observe`. */
export function changeOf(field: string): (violation: Violation) => Culprit {
  return ({ event }) => ({ event, field })
}

/** No line: something that should have happened did not. */
export function nobody(): undefined {
  return undefined
}

/**
 * For claims that judge a handler once it is over, by the event that follows: its first
 * effect where it had one (and this field, where that is an `observe`), else the handler.
 */
export function handlerOfRelated(
  field: string,
): (violation: Violation, scene: Scene) => Culprit | undefined {
  return (violation, scene) => {
    const [heard] = violation.related
    if (heard === undefined) return undefined
    const next = scene.event(violation.event)
    return next?.cause === heard ? { event: next.id, field } : { event: heard }
  }
}
