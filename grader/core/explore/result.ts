/** What an exploration is asked for and what comes of it, as plain data. */
import type { Violation } from '../check/claim.ts'
import type { NodeId, Trace } from '../trace/event.ts'
import type { CallFailure } from './call-outcome.ts'
import type { Transition } from './transition.ts'
import type { World } from './world.ts'

/** Where and how a claim about single states does not hold. */
export interface StateViolation {
  /** One sentence with the names and numbers of this state. */
  readonly message: string
  /** The nodes that the sentence speaks of. */
  readonly nodes: readonly NodeId[]
}

/** A property of every single state, whatever led to it. */
export interface StateClaim {
  /** Short and stable: `one-leader-a-term`. */
  readonly id: string
  /** The property in one plain sentence. */
  readonly sentence: string
  /** What is wrong with this state, or undefined when the claim holds. */
  readonly holds: (world: World) => StateViolation | undefined
}

/** What went wrong at the end of a path. */
export type Broken =
  /** A claim about traces, or one about states: then the violation is at the last event. */
  | {
      readonly kind: 'claim-broken'
      readonly claimId: string
      readonly sentence: string
      readonly violation: Violation
    }
  | (Extract<CallFailure, { readonly kind: 'threw' | 'over-budget' }> & { readonly node: NodeId })

/** A world that a search has reached, and how: another search may go on from it. */
export interface Stage {
  readonly world: World
  /** From the boot of all nodes. */
  readonly path: readonly Transition[]
}

/** How much was looked at. */
export interface Coverage {
  /** Different states; with symmetry, states that differ by more than names. */
  readonly states: number
  readonly transitions: number
  /** Handler calls that the code was asked to run; equal ones are asked once. */
  readonly calls: number
  /** Transitions on the longest path looked at, from where the search started. */
  readonly depth: number
  /** States that `prune` told not to go on from. */
  readonly pruned: number
  /** Paths that were run again with nodes that live on between calls, and agreed. */
  readonly pathsChecked: number
  readonly symmetry:
    | { readonly kind: 'not-asked' }
    /** How many renamings of the nodes were taken as one. */
    | { readonly kind: 'used'; readonly renamings: number }
    /** The nodes are not alike; the search was done without. */
    | { readonly kind: 'off'; readonly why: string }
}

export type ExploreResult = Coverage &
  (
    | {
        readonly kind: 'violation'
        readonly broken: Broken
        /** Breadth first, no path with fewer transitions breaks anything. */
        readonly path: readonly Transition[]
        readonly world: World
        readonly trace: Trace
      }
    | { readonly kind: 'goal-reached'; readonly stages: readonly Stage[] }
    /** Every state within the scope was seen. It says nothing about a larger scope. */
    | { readonly kind: 'exhausted' }
    /** A bound was reached first, so nothing can be said about the rest. */
    | {
        readonly kind: 'limit'
        readonly limit: 'depth' | 'states' | 'transitions'
        /** Every path of at most so many transitions was looked at; -1 when none is known. */
        readonly depthCovered: number
      }
    /** The code cannot be explored; `why` is for the learner. */
    | {
        readonly kind: 'not-explorable'
        readonly why: string
        readonly path: readonly Transition[]
      }
  )

/** The result in one plain sentence. */
export function describeExploration(result: ExploreResult): string {
  const seen = `${result.states} states and ${result.transitions} transitions`
  switch (result.kind) {
    case 'violation':
      return `${describeBroken(result.broken)} (${result.path.length} transitions, ${seen} looked at)`
    case 'goal-reached':
      return `The goal was reached in ${result.stages.length} ways (${seen} looked at).`
    case 'exhausted':
      return `No violation in ${result.states} states: all that this scope allows.`
    case 'limit':
      return `Nothing was found before the limit of ${result.limit} was reached: ${seen} looked at.`
    case 'not-explorable':
      return `This code cannot be explored: ${result.why}`
  }
}

function describeBroken(broken: Broken): string {
  switch (broken.kind) {
    case 'claim-broken':
      return broken.violation.message
    case 'threw':
      return `${broken.node} threw ${broken.name}: ${broken.message}`
    case 'over-budget':
      return `${broken.node} went over the budget of ${broken.budget}.`
  }
}
