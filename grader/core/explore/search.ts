/**
 * The search itself, breadth first or depth first: looks at every state once, in an order
 * that is the same on every engine. A generator, so that the caller may report and stop.
 */
import { present } from '../assert.ts'
import { afterMove, failureOf, transitionOf } from './apply-move.ts'
import type { ClaimJudge } from './claim-judge.ts'
import type { Finding, Tally } from './finding.ts'
import { type Move, movesOf } from './moves.ts'
import { keyOf, type PackedWorld, worldOfKey } from './packed-world.ts'
import type { Path, PathStep } from './path.ts'
import type { Difference } from './self-check.ts'
import type { Space } from './space.ts'
import type { StateJudge } from './state-judge.ts'
import type { Symmetry } from './symmetry.ts'
import type { Transition } from './transition.ts'

/** What a search is given. */
export interface SearchParts {
  readonly space: Space
  readonly starts: readonly Path[]
  readonly states: StateJudge
  /** Undefined without claims about traces. */
  readonly claims: ClaimJudge | undefined
  readonly symmetry: Symmetry | undefined
  readonly allows: ((transition: Transition) => boolean) | undefined
  readonly order: 'breadth-first' | 'depth-first'
  readonly goalsMax: number
  /** Compares a path with a run whose nodes live on. */
  readonly compare: (path: Path) => Difference | undefined
}

/** The caller hears of the search after so many transitions. */
const TRANSITIONS_PER_REPORT = 4_096

/** Why a search stops in the middle of a state. */
type Stop = Finding | undefined

export class Search {
  readonly tally: Tally = { states: 0, transitions: 0, depth: 0, pruned: 0 }
  readonly #parts: SearchParts
  /** Number of each state that was seen, by key; all lists below go by that number. */
  readonly #numbers = new Map<string, number>()
  readonly #keys: string[] = []
  /** The state before it, or -1 minus the number of the start that it is. */
  readonly #parents: number[] = []
  readonly #depths: number[] = []
  /** True where the search does not go on: goals and pruned states. */
  readonly #closed: boolean[] = []
  readonly #frontier: number[] = []
  #taken = 0
  readonly #goals: number[] = []
  #depthWasCut = false
  #reportAt = TRANSITIONS_PER_REPORT

  constructor(parts: SearchParts) {
    this.#parts = parts
  }

  /** Yields now and then; returns how the search ended. */
  *run(): Generator<Tally, Finding> {
    const { starts, claims } = this.#parts
    for (const [index, { steps, end }] of starts.entries()) {
      claims?.standAt(steps)
      const broken = claims?.lookHere()
      if (broken !== undefined) return { kind: 'claim-broken', broken, path: { steps, end } }
      const stop = this.#arrive(end, -1 - index, 0)
      if (stop !== undefined) return stop
    }
    for (let state = this.#next(); state !== undefined; state = this.#next()) {
      const stop = this.#expand(state)
      if (stop !== undefined) return stop
      if (this.tally.transitions < this.#reportAt) continue
      this.#reportAt = this.tally.transitions + TRANSITIONS_PER_REPORT
      yield { ...this.tally }
    }
    if (this.#goals.length > 0) return this.#goalsFound()
    const { depthMax } = this.#parts.space.limits
    if (!this.#depthWasCut) return { kind: 'exhausted' }
    return { kind: 'limit', limit: 'depth', depthCovered: depthMax }
  }

  /** A path to a state by its number, from 0: real even where states stand for others. */
  pathTo(state: number): Path {
    const { space, starts } = this.#parts
    const states: number[] = []
    let at = state
    while (at >= 0) {
      states.push(at)
      at = this.#parents[at] as number
    }
    const start = present(starts[-1 - at], 'a path starts at a start')
    const steps: PathStep[] = [...start.steps]
    let world = start.end
    for (const next of states.reverse().slice(1)) {
      const move = present(this.#moveTo(world, next), 'the state was reached from here')
      steps.push({ world, move, isBoot: false })
      world = afterMove(space, world, move)
    }
    return { steps, end: world }
  }

  #moveTo(world: PackedWorld, state: number): Move | undefined {
    return this.#moves(world).find(
      (move) => this.#keyOf(afterMove(this.#parts.space, world, move)) === this.#keys[state],
    )
  }

  #next(): number | undefined {
    if (this.#parts.order === 'depth-first') return this.#frontier.pop()
    return this.#frontier[this.#taken++]
  }

  #expand(state: number): Stop {
    const { space, claims, symmetry } = this.#parts
    const depth = this.#depths[state] as number
    if (depth >= space.limits.depthMax) {
      this.#depthWasCut = true
      return undefined
    }
    // Claims are asked about real paths, so they need the real state as well.
    const path = claims === undefined ? undefined : this.pathTo(state)
    const world = path?.end ?? worldOfKey(this.#keys[state] as string)
    if (path !== undefined) claims?.standAt(path.steps)
    const moves = this.#moves(world)
    symmetry?.verify(world, moves)
    for (const move of moves) {
      if (this.tally.transitions >= space.limits.transitionsMax) {
        return this.#limit('transitions', depth)
      }
      this.tally.transitions++
      if (failureOf(space, world, move) !== null) return this.#callFailed(state)
      const next = afterMove(space, world, move)
      const broken = claims?.look(world, move)
      if (broken !== undefined) {
        const steps = [...(path?.steps ?? []), { world, move, isBoot: false }]
        return { kind: 'claim-broken', broken, path: { steps, end: next } }
      }
      const stop = this.#arrive(next, state, depth + 1)
      if (stop !== undefined) return stop
    }
    return undefined
  }

  /** Takes note of a state, and judges it if it is new. */
  #arrive(world: PackedWorld, parent: number, depth: number): Stop {
    const key = this.#keyOf(world)
    const known = this.#numbers.get(key)
    if (known !== undefined) {
      this.#shorten(known, parent, depth)
      return undefined
    }
    if (this.tally.states >= this.#parts.space.limits.statesMax) {
      return this.#limit('states', depth - 1)
    }
    const state = this.tally.states++
    this.#numbers.set(key, state)
    this.#keys.push(key)
    this.#parents.push(parent)
    this.#depths.push(depth)
    this.tally.depth = Math.max(this.tally.depth, depth)
    return this.#judge(world, state)
  }

  #judge(world: PackedWorld, state: number): Stop {
    const judgement = this.#parts.states.look(world)
    this.#closed.push(judgement.kind !== 'go-on')
    switch (judgement.kind) {
      case 'broken': {
        const { claim, violation } = judgement
        return { kind: 'state-broken', claim, violation, path: this.pathTo(state) }
      }
      case 'goal':
        this.#goals.push(state)
        return this.#goals.length >= this.#parts.goalsMax ? this.#goalsFound() : undefined
      case 'pruned':
        this.tally.pruned++
        return undefined
      case 'go-on':
        this.#frontier.push(state)
        return isPowerOfTwo(state) ? this.#compare(state) : undefined
    }
  }

  /** Depth first, a shorter way may come later, and lead further before the depth ends. */
  #shorten(state: number, parent: number, depth: number): void {
    if (depth >= (this.#depths[state] as number)) return
    this.#depths[state] = depth
    this.#parents[state] = parent
    if (this.#closed[state] !== true) this.#frontier.push(state)
  }

  #moves(world: PackedWorld): readonly Move[] {
    const { space, allows } = this.#parts
    const moves = movesOf(space, world)
    if (allows === undefined) return moves
    return moves.filter((move) => allows(transitionOf(space, world, move)))
  }

  #keyOf(world: PackedWorld): string {
    const { symmetry } = this.#parts
    return keyOf(symmetry === undefined ? world : symmetry.canonical(world))
  }

  #compare(state: number): Stop {
    const path = this.pathTo(state)
    const difference = this.#parts.compare(path)
    return difference === undefined ? undefined : { kind: 'differs', difference, path }
  }

  #callFailed(state: number): Finding {
    const { space } = this.#parts
    const { steps, end: world } = this.pathTo(state)
    const failing = this.#moves(world).find((move) => failureOf(space, world, move) !== null)
    const move = present(failing, 'the same call fails on the real path')
    const failure = present(failureOf(space, world, move), 'it fails')
    const path = { steps: [...steps, { world, move, isBoot: false }], end: world }
    return { kind: 'call-failed', failure, path }
  }

  #goalsFound(): Finding {
    return { kind: 'goals', paths: this.#goals.map((state) => this.pathTo(state)) }
  }

  #limit(limit: 'states' | 'transitions', depth: number): Finding {
    const isDeepOnly = this.#parts.order === 'depth-first'
    return { kind: 'limit', limit, depthCovered: isDeepOnly ? -1 : depth }
  }
}

function isPowerOfTwo(count: number): boolean {
  return (count & (count - 1)) === 0
}
