/**
 * Random walks: from a start, one random transition after the other to the depth limit, and
 * again from a start. They reach depths that a search cannot, and prove nothing.
 */
import type { Claim } from '../check/claim.ts'
import { Prng } from '../sim/prng.ts'
import { afterMove, failureOf, transitionOf } from './apply-move.ts'
import { WalkJudge } from './claim-judge.ts'
import type { Finding, Tally } from './finding.ts'
import { movesOf } from './moves.ts'
import { keyOf, type PackedWorld } from './packed-world.ts'
import type { Path, PathStep } from './path.ts'
import type { SearchParts } from './search.ts'

export interface WalkParts extends Omit<SearchParts, 'claims' | 'symmetry' | 'order'> {
  readonly claims: readonly Claim[]
  /** Whole number; equal seeds walk equal ways. */
  readonly seed: number
}

export class Walks {
  readonly tally: Tally = { states: 0, transitions: 0, depth: 0, pruned: 0 }
  readonly #parts: WalkParts
  readonly #prng: Prng
  readonly #seen = new Set<string>()
  readonly #goals: Path[] = []
  #walkCount = 0

  constructor(parts: WalkParts) {
    this.#parts = parts
    this.#prng = new Prng(parts.seed, 'walks')
  }

  /** Yields after each walk; returns how the walks ended, which is never `exhausted`. */
  *run(): Generator<Tally, Finding> {
    const { space, starts, goalsMax } = this.#parts
    const { transitionsMax, statesMax } = space.limits
    for (;;) {
      const before = this.tally.transitions
      const found = this.#walk(this.#prng.pick(starts))
      if (found !== undefined) return found
      if (this.#goals.length >= goalsMax) return { kind: 'goals', paths: this.#goals }
      const isOver = this.tally.transitions >= transitionsMax
      const isStuck = this.tally.transitions === before
      if (isOver || isStuck || this.tally.states >= statesMax) break
      yield { ...this.tally }
    }
    if (this.#goals.length > 0) return { kind: 'goals', paths: this.#goals }
    const limit = this.tally.states >= statesMax ? 'states' : 'transitions'
    return { kind: 'limit', limit, depthCovered: -1 }
  }

  #walk(start: Path): Finding | undefined {
    const { space, claims, states } = this.#parts
    const judge = new WalkJudge(space, claims, start.steps)
    const steps: PathStep[] = [...start.steps]
    let world = start.end
    for (let depth = 0; ; depth++) {
      const path = { steps, end: world }
      this.#count(world, depth)
      const judgement = states.look(world)
      if (judgement.kind === 'broken') {
        const { claim, violation } = judgement
        return { kind: 'state-broken', claim, violation, path }
      }
      if (judgement.kind === 'goal') this.#goals.push(path)
      if (judgement.kind === 'pruned') this.tally.pruned++
      const move = judgement.kind === 'go-on' ? this.#pick(world, depth) : undefined
      if (move === undefined) return this.#compare(path)
      this.tally.transitions++
      steps.push({ world, move, isBoot: false })
      const failure = failureOf(space, world, move)
      if (failure !== null) return { kind: 'call-failed', failure, path }
      const broken = judge.look(world, move)
      world = afterMove(space, world, move)
      if (broken !== undefined) {
        return { kind: 'claim-broken', broken, path: { steps, end: world } }
      }
    }
  }

  #pick(world: PackedWorld, depth: number) {
    const { space, allows } = this.#parts
    const { depthMax, transitionsMax } = space.limits
    if (depth >= depthMax || this.tally.transitions >= transitionsMax) return undefined
    const moves = movesOf(space, world).filter(
      (move) => allows === undefined || allows(transitionOf(space, world, move)),
    )
    return moves.length === 0 ? undefined : this.#prng.pick(moves)
  }

  #count(world: PackedWorld, depth: number): void {
    this.#seen.add(keyOf(world))
    this.tally.states = this.#seen.size
    this.tally.depth = Math.max(this.tally.depth, depth)
  }

  /** The first walks, and then fewer and fewer, are compared with nodes that live on. */
  #compare(path: Path): Finding | undefined {
    const count = ++this.#walkCount
    if ((count & (count - 1)) !== 0) return undefined
    const difference = this.#parts.compare(path)
    return difference === undefined ? undefined : { kind: 'differs', difference, path }
  }
}
