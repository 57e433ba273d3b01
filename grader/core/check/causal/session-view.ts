/**
 * What one session must believe about the order of the writes, given all that it read:
 * the happened-before order `HB` of Bouajjani et al., POPL 2017. It starts from the causal order.
 * When a write of a key comes before one of the session's reads, and the read returned another
 * write of that key, then the other one came later. That may put further writes before further
 * reads, and so on until nothing changes, or something would come before itself.
 *
 * Each new tie is put in and followed to its end before the next one, so the clocks always
 * stand for an order without cycles.
 */
import type { SearchLimits } from '../history-verdict.ts'
import type { CausalOrder } from './causal-order.ts'
import { eachSuccessor } from './links.ts'
import { INITIAL, type RegisterHistory } from './register-history.ts'
import { someLastWrite, type WriteRuns } from './write-runs.ts'

/** `to` must have overwritten `from`, because the session's read `because` returned `to`. */
export interface Belief {
  readonly from: number
  readonly to: number
  readonly because: number
}

export type ViewOutcome =
  | { readonly kind: 'consistent' }
  /** `belief` contradicts the causal order and the beliefs before it. */
  | { readonly kind: 'cyclic'; readonly beliefs: readonly Belief[]; readonly belief: Belief }
  /** `read` returned the initial value although `write` comes before it. */
  | {
      readonly kind: 'stale-initial'
      readonly beliefs: readonly Belief[]
      readonly read: number
      readonly write: number
    }
  | { readonly kind: 'stopped' }

/** Counts the steps of all views of one check; a step is one clock compared with another. */
export interface StepCount {
  steps: number
  /** The number of steps at which to say how far it is. */
  reportAt: number
}

const STEPS_BETWEEN_REPORTS = 4_096

export function noSteps(): StepCount {
  return { steps: 0, reportAt: STEPS_BETWEEN_REPORTS }
}

/** Works out what the session whose `reads` these are must believe. */
export function sessionView(
  registers: RegisterHistory,
  { order, runs, reads }: { order: CausalOrder; runs: WriteRuns; reads: readonly number[] },
  { limits, count }: { limits: SearchLimits; count: StepCount },
): ViewOutcome {
  const view = new View(registers, order, { runs, last: reads.at(-1) ?? 0 })
  // Reads whose past has grown, or that were never looked at; the earliest is the last.
  const open = [...reads].reverse()
  const isOpen = new Set(open)
  const reader = new Set(reads)
  const changed = (node: number) => {
    if (!reader.has(node) || isOpen.has(node)) return
    isOpen.add(node)
    open.push(node)
  }
  for (let read = open.pop(); read !== undefined; read = open.pop()) {
    isOpen.delete(read)
    const source = registers.source[read] as number
    for (const write of view.lastWrites(read)) {
      if (source === INITIAL) return { kind: 'stale-initial', beliefs: view.beliefs, read, write }
      if (write === source || view.comesBefore(write, source)) continue
      const belief = { from: write, to: source, because: read }
      if (view.comesBefore(source, write)) return { kind: 'cyclic', beliefs: view.beliefs, belief }
      count.steps += view.believe(belief, changed)
      if (isOver(limits, count)) return { kind: 'stopped' }
    }
  }
  return { kind: 'consistent' }
}

function isOver(limits: SearchLimits, count: StepCount): boolean {
  if (count.steps >= limits.stepsMax) return true
  if (count.steps < count.reportAt) return false
  count.reportAt = count.steps + STEPS_BETWEEN_REPORTS
  return limits.onProgress?.(count.steps) === 'stop'
}

/** Clocks that grow with what is believed. */
class View {
  readonly #registers: RegisterHistory
  readonly #order: CausalOrder
  readonly #runs: WriteRuns
  /** Where in `order.clocks` the row of the session's last read begins. */
  readonly #lastRow: number
  readonly #overwrittenBy = new Map<number, number[]>()
  #clocks: Int32Array
  readonly beliefs: Belief[] = []

  constructor(
    registers: RegisterHistory,
    order: CausalOrder,
    { runs, last }: { runs: WriteRuns; last: number },
  ) {
    this.#registers = registers
    this.#order = order
    this.#runs = runs
    this.#lastRow = last * order.stride
    this.#clocks = order.clocks
  }

  comesBefore(earlier: number, later: number): boolean {
    const { stride, chain, position } = this.#order
    const seen = this.#clocks[later * stride + (chain[earlier] as number)] as number
    return earlier !== later && seen > (position[earlier] as number)
  }

  /** The last write of each chain on the key of `read`, among those before it. */
  lastWrites(read: number): readonly number[] {
    const found: number[] = []
    const where = { clocks: this.#clocks, runs: this.#runs, read }
    someLastWrite(this.#registers, this.#order, where, (write) => {
      found.push(write)
      return false
    })
    return found
  }

  /**
   * Puts `from` before `to`, and what comes before `from` before all that comes after `to`.
   * @param changed told each node whose past has grown
   * @returns how many clocks were looked at
   */
  believe(belief: Belief, changed: (node: number) => void): number {
    // Most sessions learn nothing beyond the causal order; only then are clocks copied.
    if (this.beliefs.length === 0) this.#clocks = this.#order.clocks.slice()
    this.beliefs.push(belief)
    const known = this.#overwrittenBy.get(belief.from)
    if (known === undefined) this.#overwrittenBy.set(belief.from, [belief.to])
    else known.push(belief.to)
    let steps = 1
    const grown: number[] = []
    const follow = (from: number, to: number) => {
      steps++
      // What the session has no part in cannot contradict what it read.
      if (!this.#isInPast(to) || !this.#join(from, to)) return
      changed(to)
      grown.push(to)
    }
    follow(belief.from, belief.to)
    for (let node = grown.pop(); node !== undefined; node = grown.pop()) {
      const from = node
      eachSuccessor(this.#order.links, from, (to) => follow(from, to))
      for (const to of this.#overwrittenBy.get(from) ?? []) follow(from, to)
    }
    return steps
  }

  #isInPast(node: number): boolean {
    const { clocks, chain, position } = this.#order
    const seen = clocks[this.#lastRow + (chain[node] as number)] as number
    return seen > (position[node] as number)
  }

  /** Adds what comes before `from` to what comes before `to`; whether that was news. */
  #join(from: number, to: number): boolean {
    const { stride } = this.#order
    const clocks = this.#clocks
    let isNews = false
    for (let index = 0; index < stride; index++) {
      const seen = clocks[from * stride + index] as number
      if (seen <= (clocks[to * stride + index] as number)) continue
      clocks[to * stride + index] = seen
      isNews = true
    }
    return isNews
  }
}
