/** Asks what the caller wants to know about single states: claims, the goal, where to stop. */
import type { PackedWorld } from './packed-world.ts'
import type { StateClaim, StateViolation } from './result.ts'
import type { Space } from './space.ts'
import type { World } from './world.ts'

export interface StateQuestions {
  readonly claims: readonly StateClaim[]
  readonly goal: ((world: World) => boolean) | undefined
  readonly prune: ((world: World) => boolean) | undefined
}

/** What to make of a state: `broken` comes before `goal`, and `goal` before `pruned`. */
export type StateJudgement =
  | { readonly kind: 'go-on' | 'goal' | 'pruned' }
  | { readonly kind: 'broken'; readonly claim: StateClaim; readonly violation: StateViolation }

const GO_ON: StateJudgement = { kind: 'go-on' }
const GOAL: StateJudgement = { kind: 'goal' }
const PRUNED: StateJudgement = { kind: 'pruned' }

export class StateJudge {
  readonly #space: Space
  readonly #questions: StateQuestions
  readonly #isCurious: boolean

  constructor(space: Space, questions: StateQuestions) {
    this.#space = space
    this.#questions = questions
    const { claims, goal, prune } = questions
    this.#isCurious = claims.length > 0 || goal !== undefined || prune !== undefined
  }

  look(packed: PackedWorld): StateJudgement {
    if (!this.#isCurious) return GO_ON
    const { claims, goal, prune } = this.#questions
    const world = this.#space.worldOf(packed)
    for (const claim of claims) {
      const violation = claim.holds(world)
      if (violation !== undefined) return { kind: 'broken', claim, violation }
    }
    if (goal?.(world)) return GOAL
    return prune?.(world) ? PRUNED : GO_ON
  }
}
