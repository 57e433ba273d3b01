/**
 * Solves the puzzle of `order-constraints.ts`: tries orders of writes until one leaves no
 * cycle, or none is left. What only one order can satisfy is settled at once; only then is one
 * guessed, and taken back when it fails. The problem is NP-complete (Papadimitriou 1979; for
 * snapshot isolation Biswas and Enea, OOPSLA 2019), so the steps have a limit.
 */
import { present } from '../../assert.ts'
import { componentsOf } from './components.ts'
import type { Arc, Choice, Constraints, Demands, WriteOrder } from './order-constraints.ts'
import { type Mark, Reachability } from './reachability.ts'
import type { StepCounter } from './steps.ts'

export type SearchOutcome =
  | { readonly kind: 'possible' }
  | { readonly kind: 'stopped' }
  | {
      readonly kind: 'impossible'
      /** Orders that nothing else could satisfy. */
      readonly settled: readonly WriteOrder[]
      /** The choice of which neither order fits with those, if that is all it takes. */
      readonly stuck: Choice | undefined
      /** The choice of which both orders were tried in vain. */
      readonly guessed: Choice | undefined
    }

interface Guess {
  readonly choice: Choice
  readonly mark: Mark
  readonly settledCount: number
  readonly barredCount: number
  readonly openCount: number
  isSecond: boolean
}

/** One step is one demand looked at, or one row of the reachability changed. */
export function searchOrders(constraints: Constraints, steps: StepCounter): SearchOutcome {
  const reach = new Reachability(constraints.graph.nodeCount)
  if (!close(constraints, reach, steps)) {
    return { kind: 'impossible', settled: [], stuck: undefined, guessed: undefined }
  }
  return new OrderSearch(constraints, reach, steps).run()
}

/** Fills in what the known edges reach; false when they form a cycle. */
function close({ graph, mask }: Constraints, reach: Reachability, steps: StepCounter): boolean {
  const components = componentsOf(graph, mask)
  if (components.count !== graph.nodeCount) return false
  // Edges lead to components of lower numbers, so those are finished first.
  const nodeAt = new Int32Array(graph.nodeCount)
  for (let node = 0; node < graph.nodeCount; node++) nodeAt[components.of[node] as number] = node
  for (const node of nodeAt) {
    const end = graph.first[node + 1] as number
    for (let edge = graph.first[node] as number; edge < end; edge++) {
      if (((graph.kind[edge] as number) & mask) === 0) continue
      reach.prepend(node, graph.to[edge] as number)
      steps.spend(1)
    }
  }
  return true
}

class OrderSearch {
  readonly #constraints: Constraints
  readonly #reach: Reachability
  readonly #steps: StepCounter
  /** Choices; those from `#openCount` on are settled. */
  readonly #choices: Choice[]
  #openCount: number
  readonly #settled: WriteOrder[] = []
  readonly #barred: Arc[]
  readonly #guesses: Guess[] = []
  /** How often each choice had no order left: what fails often is best settled early. */
  readonly #failures = new Map<Choice, number>()

  constructor(constraints: Constraints, reach: Reachability, steps: StepCounter) {
    this.#constraints = constraints
    this.#reach = reach
    this.#steps = steps
    this.#choices = [...constraints.choices]
    this.#openCount = this.#choices.length
    this.#barred = [...constraints.barred]
  }

  run(): SearchOutcome {
    let firstGuess: Choice | undefined
    while (true) {
      const failure = this.#settleAll()
      if (!this.#steps.mayGoOn) return { kind: 'stopped' }
      if (failure === undefined) {
        if (this.#openCount === 0) return { kind: 'possible' }
        firstGuess ??= this.#choices[this.#mostFailed()]
        if (this.#guess()) continue
      }
      if (this.#goBack()) continue
      const stuck = firstGuess === undefined ? failure?.stuck : undefined
      return { kind: 'impossible', settled: this.#settled, stuck, guessed: firstGuess }
    }
  }

  /** Settles what has only one order left, until nothing changes; or says what failed. */
  #settleAll(): { readonly stuck: Choice | undefined } | undefined {
    let isChanged = true
    while (isChanged) {
      isChanged = false
      for (let place = this.#openCount - 1; place >= 0; place--) {
        const choice = present(this.#choices[place], 'the place is that of an open choice')
        const possible = choice.orders.filter((order) => this.#isPossible(order))
        if (!this.#steps.mayGoOn) return undefined
        if (possible.length === 2) continue
        if (possible.length === 1) this.#close(place)
        if (possible[0] === undefined || !this.#settle(possible[0])) {
          this.#failures.set(choice, (this.#failures.get(choice) ?? 0) + 1)
          return { stuck: choice }
        }
        isChanged = true
      }
      this.#steps.spend(this.#barred.length)
      if (this.#barred.some(([from, to]) => this.#reach.reaches(from, to))) {
        return { stuck: undefined }
      }
    }
    return undefined
  }

  #isPossible(order: WriteOrder): boolean {
    const { edges, barred } = this.#constraints.demandsOf(order)
    this.#steps.spend(edges.length + barred.length)
    return (
      edges.every(([from, to]) => !this.#reach.reaches(to, from) && !this.#bridges(from, to)) &&
      barred.every(([from, to]) => !this.#reach.reaches(from, to))
    )
  }

  /** Whether an edge would complete a path between nodes for which it is barred. */
  #bridges(from: number, to: number): boolean {
    const isAt = (one: number, other: number) => one === other || this.#reach.reaches(one, other)
    this.#steps.spend(this.#barred.length)
    return this.#barred.some(([start, end]) => isAt(start, from) && isAt(to, end))
  }

  /** False when its demands, each possible by itself, are not so together. */
  #settle(order: WriteOrder): boolean {
    const demands: Demands = this.#constraints.demandsOf(order)
    for (const [from, to] of demands.edges) {
      if (this.#reach.reaches(to, from)) return false
      this.#steps.spend(this.#reach.add(from, to))
    }
    this.#settled.push(order)
    this.#barred.push(...demands.barred)
    return true
  }

  /** Takes a choice out of those that are open. */
  #close(place: number): void {
    this.#openCount--
    const last = present(this.#choices[this.#openCount], 'there is an open choice')
    this.#choices[this.#openCount] = present(this.#choices[place], 'the place is open')
    this.#choices[place] = last
  }

  /** Takes the likelier order of an open choice; false when it does not fit after all. */
  #guess(): boolean {
    const place = this.#mostFailed()
    const choice = present(this.#choices[place], 'a choice is open')
    this.#guesses.push({
      choice,
      mark: this.#reach.mark(),
      settledCount: this.#settled.length,
      barredCount: this.#barred.length,
      openCount: this.#openCount,
      isSecond: false,
    })
    this.#close(place)
    return this.#settle(choice.orders[0])
  }

  /** The place of the open choice that failed most often, or else of the first. */
  #mostFailed(): number {
    let best = 0
    let most = 0
    for (let place = 0; place < this.#openCount; place++) {
      const failures = this.#failures.get(present(this.#choices[place], 'it is open')) ?? 0
      if (failures > most) [best, most] = [place, failures]
    }
    return best
  }

  /** Turns to the other order of the last guess that has one; false when none has. */
  #goBack(): boolean {
    while (true) {
      const guess = this.#guesses.at(-1)
      if (guess === undefined) return false
      this.#reach.undo(guess.mark)
      this.#settled.length = guess.settledCount
      this.#barred.length = guess.barredCount
      this.#openCount = guess.openCount
      if (guess.isSecond) {
        this.#guesses.pop()
        continue
      }
      guess.isSecond = true
      // Its place may have changed; what is open is the same, in another order.
      this.#close(this.#choices.indexOf(guess.choice))
      if (this.#settle(guess.choice.orders[1])) return true
    }
  }
}
