/**
 * Explores what a cluster can do: every order of messages and timers and every fault that
 * the scope allows, not one random run of them. A test is often a script of searches (as in
 * DSLabs, Michael et al., "Teaching Rigorous Distributed Systems With Efficient Model
 * Checking", EuroSys 2019): the first finds a world in which a goal holds, the next goes on
 * from there with other settings.
 */
import { assert, present } from '../assert.ts'
import type { Claim } from '../check/claim.ts'
import { Prng } from '../sim/prng.ts'
import { failureOf } from './apply-move.ts'
import { ClaimJudge, headerOf } from './claim-judge.ts'
import type { Finding, Tally } from './finding.ts'
import {
  bootPath,
  eventsOf,
  failedStep,
  followPath,
  type Path,
  PathMismatchError,
  transitionsOf,
} from './path.ts'
import type { Broken, Coverage, ExploreResult, Stage, StateClaim } from './result.ts'
import { DEFAULT_EXPLORE_LIMITS, type ExploreLimits, type Scope } from './scope.ts'
import { Search } from './search.ts'
import { compareAnswers, compareWithLive, type Difference } from './self-check.ts'
import { Space } from './space.ts'
import { StateJudge } from './state-judge.ts'
import type { LiveHost, StepHost } from './step-host.ts'
import { AsymmetryError, type Renamer, Symmetry } from './symmetry.ts'
import type { Transition } from './transition.ts'
import { Walks } from './walk.ts'
import type { World } from './world.ts'

export interface ExploreOptions {
  readonly scope: Scope
  readonly host: StepHost
  /**
   * Makes a host of the same code whose nodes live on between calls. Each counterexample and
   * a sample of other paths are run on it; without it they are believed as they are.
   */
  readonly live?: () => LiveHost
  /** Worlds that an earlier search reached; without them all nodes boot. */
  readonly start?: readonly Stage[]
  /** Judged along paths; see `claim-judge.ts` for what that leaves out. */
  readonly claims?: readonly Claim[]
  /** Judged in every state. */
  readonly states?: readonly StateClaim[]
  /** The search ends at worlds of which this is true. */
  readonly goal?: (world: World) => boolean
  /** How many such worlds are wanted; one if not given. */
  readonly goalsMax?: number
  /** The search does not go on from worlds of which this is true. */
  readonly prune?: (world: World) => boolean
  /** Transitions of which this is false do not happen. */
  readonly allows?: (transition: Transition) => boolean
  /** Breadth first finds shortest paths; walks reach far and prove nothing. */
  readonly order?:
    | 'breadth-first'
    | 'depth-first'
    | { readonly kind: 'walks'; readonly seed: number }
  /**
   * Takes worlds as one that differ by the names of nodes only. Claims, goal, prune and
   * `allows` must then not tell nodes apart. Left off by itself where nodes are not alike.
   */
  readonly symmetry?: Renamer
  readonly limits?: Partial<ExploreLimits>
}

/** Paths to random states that are compared with living nodes after a search. */
const SAMPLED_PATHS = 64

const NOTHING: Tally = { states: 0, transitions: 0, depth: 0, pruned: 0 }

/** Explores to the end. */
export function explore(options: ExploreOptions): ExploreResult {
  const run = exploring(options)
  for (;;) {
    const next = run.next()
    if (next.done === true) return next.value
  }
}

/** Explores, and yields now and then what was looked at so far. */
export function* exploring(
  options: ExploreOptions,
): Generator<Pick<Coverage, 'states' | 'transitions' | 'depth'>, ExploreResult> {
  const { symmetry } = options
  if (symmetry === undefined) return yield* new Exploration(options).run()
  try {
    return yield* new Exploration(options, symmetry).run()
  } catch (error) {
    if (!(error instanceof AsymmetryError)) throw error
    const result = yield* new Exploration(options).run()
    return { ...result, symmetry: { kind: 'off', why: error.message } }
  }
}

class Exploration {
  readonly #options: ExploreOptions
  readonly #space: Space
  readonly #symmetry: Symmetry | undefined
  #pathsChecked = 0

  constructor(options: ExploreOptions, renamer?: Renamer) {
    const { scope, host, start = [] } = options
    const limits = { ...DEFAULT_EXPLORE_LIMITS, ...options.limits }
    const past = start.flatMap(({ path }) => path)
    this.#options = options
    this.#space = new Space({ scope, limits, host, past })
    this.#symmetry = renamer === undefined ? undefined : new Symmetry(this.#space, renamer)
    assert(start.length > 0 || options.start === undefined, 'a search starts somewhere')
  }

  *run(): Generator<Tally, ExploreResult> {
    const space = this.#space
    const boot = bootPath(space)
    const failed = failedStep(space, boot.steps)
    if (failed >= 0) return this.#bootFailed(boot, failed)
    const starts = this.#starts(boot)
    if (starts instanceof PathMismatchError) return this.#doesNotStart(starts)
    const search = this.#search(starts)
    const finding = yield* search.run()
    const difference = this.#lastCheck(finding, search)
    const coverage = this.#coverage(search.tally)
    if (difference !== undefined) return this.#notExplorable(coverage, ...difference)
    return this.#resultOf(finding, coverage)
  }

  #starts(boot: Path): readonly Path[] | PathMismatchError {
    const { start } = this.#options
    try {
      return start?.map(({ path }) => followPath(this.#space, path)) ?? [boot]
    } catch (error) {
      if (error instanceof PathMismatchError) return error
      throw error
    }
  }

  #search(starts: readonly Path[]): Search | Walks {
    const { states = [], claims = [], goal, prune, allows, goalsMax = 1, order } = this.#options
    const space = this.#space
    const shared = {
      space,
      starts,
      states: new StateJudge(space, { claims: states, goal, prune }),
      allows,
      goalsMax,
      compare: (path: Path) => this.#compare(path),
    }
    if (typeof order === 'object') return new Walks({ ...shared, claims, seed: order.seed })
    return new Search({
      ...shared,
      claims: claims.length === 0 ? undefined : new ClaimJudge(space, claims),
      symmetry: this.#symmetry,
      order: order ?? 'breadth-first',
    })
  }

  #compare({ steps }: Path): Difference | undefined {
    const { live } = this.#options
    if (live === undefined) return undefined
    this.#pathsChecked++
    return compareWithLive(this.#space, steps, live())
  }

  /** What is about to be said is checked on living nodes; so are some paths that say nothing. */
  #lastCheck(finding: Finding, search: Search | Walks): readonly [Path, Difference] | undefined {
    for (const path of this.#pathsToCheck(finding, search)) {
      const difference = this.#compare(path)
      if (difference !== undefined) return [path, difference]
    }
    const why = finding.kind === 'differs' ? undefined : compareAnswers(this.#space)
    const nowhere = { steps: [], end: this.#space.origin() }
    return why === undefined ? undefined : [nowhere, { why, index: 0 }]
  }

  *#pathsToCheck(finding: Finding, search: Search | Walks): Generator<Path> {
    if ('path' in finding) {
      if (finding.kind !== 'differs') yield finding.path
      return
    }
    if (finding.kind === 'goals') yield* finding.paths
    if (this.#options.live === undefined || search instanceof Walks) return
    const prng = new Prng(0, 'self-check')
    const count = Math.min(SAMPLED_PATHS, search.tally.states)
    for (let index = 0; index < count; index++) {
      yield search.pathTo(prng.between(0, search.tally.states - 1))
    }
  }

  #resultOf(finding: Finding, coverage: Coverage): ExploreResult {
    switch (finding.kind) {
      case 'claim-broken':
        return this.#violation(coverage, finding.path, finding.broken)
      case 'state-broken': {
        const { claim, violation, path } = finding
        const event = eventsOf(this.#space, path.steps).length - 2
        return this.#violation(coverage, path, {
          kind: 'claim-broken',
          claimId: claim.id,
          sentence: claim.sentence,
          violation: { event, ...violation, related: [] },
        })
      }
      case 'call-failed':
        return this.#callFailed(coverage, finding.path)
      case 'differs':
        return this.#notExplorable(coverage, finding.path, finding.difference)
      case 'goals': {
        const stages = finding.paths.map(({ steps, end }) => ({
          world: this.#space.worldOf(end),
          path: transitionsOf(this.#space, steps),
        }))
        return { ...coverage, kind: 'goal-reached', stages }
      }
      case 'exhausted':
      case 'limit':
        return { ...coverage, ...finding }
    }
  }

  #bootFailed({ steps }: Path, failed: number): ExploreResult {
    const path = { steps: steps.slice(0, failed + 1), end: this.#space.origin() }
    return this.#callFailed(this.#coverage(NOTHING), path)
  }

  #doesNotStart({ message }: PathMismatchError): ExploreResult {
    const why =
      `the way to where this search starts cannot be gone again: "${message}" does not happen. ` +
      'Either the scope has changed since, or the code keeps something outside of its fields.'
    return { ...this.#coverage(NOTHING), kind: 'not-explorable', why, path: [] }
  }

  #callFailed(coverage: Coverage, path: Path): ExploreResult {
    const { world, move } = present(path.steps.at(-1), 'a call is a step')
    const failure = present(failureOf(this.#space, world, move), 'its call failed')
    const node = present(this.#space.scope.nodes[move.place], 'a call is one of a node')
    if (failure.kind !== 'refused') return this.#violation(coverage, path, { ...failure, node })
    const why = `exploration needs plain data: ${failure.why}`
    return this.#notExplorable(coverage, path, { why, index: path.steps.length - 1 })
  }

  #violation(coverage: Coverage, { steps, end }: Path, broken: Broken): ExploreResult {
    const space = this.#space
    return {
      ...coverage,
      kind: 'violation',
      broken,
      path: transitionsOf(space, steps),
      world: space.worldOf(end),
      trace: { header: headerOf(space), events: eventsOf(space, steps) },
    }
  }

  #notExplorable(coverage: Coverage, { steps }: Path, { why, index }: Difference): ExploreResult {
    const path = transitionsOf(this.#space, steps.slice(0, index + 1))
    return { ...coverage, kind: 'not-explorable', why, path }
  }

  #coverage({ states, transitions, depth, pruned }: Tally): Coverage {
    const symmetry = this.#symmetry
    return {
      states,
      transitions,
      calls: this.#space.callCount,
      depth,
      pruned,
      pathsChecked: this.#pathsChecked,
      symmetry:
        symmetry === undefined
          ? { kind: 'not-asked' }
          : { kind: 'used', renamings: symmetry.renamings },
    }
  }
}
