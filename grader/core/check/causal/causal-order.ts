/**
 * The causal order of a history: the transitive closure of session order and reads-from
 * (Ahamad et al., "Causal memory", Distributed Computing 9, 1995; `CO` in Bouajjani et al.,
 * POPL 2017), as one vector clock for each operation. A clock counts, chain by chain, how many
 * operations come before it: one chain for each session. A pending write, after which its
 * session goes on without waiting, joins the first chain of such writes that lies in its past.
 */
import { causalEdges, cycleAmong, type Edge } from './edges.ts'
import { EVERYONE, eachSuccessor, type Links, linksOf } from './links.ts'
import { NONE, type RegisterHistory } from './register-history.ts'

export interface CausalOrder {
  /** The session whose reads count, or EVERYONE. */
  readonly observer: number
  readonly links: Links
  readonly chain: Int32Array
  /** Place in its chain, from 0. */
  readonly position: Int32Array
  /** The nodes of each chain, in order. */
  readonly chains: readonly (readonly number[])[]
  /** Row `node` begins at `node * stride`: how many of each chain come before it, or are it. */
  readonly clocks: Int32Array
  readonly stride: number
}

export type OrderOutcome =
  | { readonly kind: 'ordered'; readonly order: CausalOrder }
  /** Operations that would have to come before themselves. */
  | { readonly kind: 'cyclic'; readonly cycle: readonly Edge[] }
  | { readonly kind: 'too-large'; readonly why: string }

/** Numbers in all clocks together: 128 MiB of memory. */
const CELLS_MAX = 2 ** 25
/** Chains of pending writes for which there is room at first. */
const PENDING_CHAINS = 4

/** Puts the operations in causal order, as `observer` knows it. */
export function causalOrder(registers: RegisterHistory, observer: number = EVERYONE): OrderOutcome {
  const { size } = registers
  const links = linksOf(registers, observer)
  const clocks = new Clocks(registers, links)
  if (clocks.tooLarge) return tooLarge(registers)
  const waitsFor = links.waitsFor.slice()
  const ready: number[] = []
  let expected = 0
  for (let node = size - 1; node >= 0; node--) {
    if (links.included[node] === 0) continue
    expected++
    if (waitsFor[node] === 0) ready.push(node)
  }
  const release = (next: number) => {
    const left = (waitsFor[next] as number) - 1
    waitsFor[next] = left
    if (left === 0) ready.push(next)
  }
  let done = 0
  for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
    clocks.set(node, observer)
    if (clocks.tooLarge) return tooLarge(registers)
    done++
    eachSuccessor(links, node, release)
  }
  if (done < expected) return { kind: 'cyclic', cycle: stuckCycle(registers, observer, waitsFor) }
  return { kind: 'ordered', order: { observer, links, ...clocks.result() } }
}

function tooLarge({ size, processCount }: RegisterHistory): OrderOutcome {
  return {
    kind: 'too-large',
    why:
      `${size} operations of ${processCount} processes need more than ${CELLS_MAX} numbers to ` +
      'order. Judge a shorter history, or one with fewer processes and fewer timed-out writes.',
  }
}

function stuckCycle(
  registers: RegisterHistory,
  observer: number,
  waitsFor: Uint8Array,
): readonly Edge[] {
  const start = waitsFor.findIndex((left) => left > 0)
  const stuck = (node: number) => waitsFor[node] !== 0
  return cycleAmong(start, stuck, causalEdges(registers, observer))
}

/** Whether `earlier` comes before `later`. */
export function comesBefore(order: CausalOrder, earlier: number, later: number): boolean {
  const seen = order.clocks[later * order.stride + (order.chain[earlier] as number)] as number
  return earlier !== later && seen > (order.position[earlier] as number)
}

/** The clocks while they are being worked out, each after those of its predecessors. */
class Clocks {
  readonly #registers: RegisterHistory
  readonly #chain: Int32Array
  readonly #position: Int32Array
  readonly #chains: number[][]
  #stride: number
  #clocks: Int32Array
  tooLarge: boolean

  constructor(registers: RegisterHistory, { included }: Links) {
    const { size, processCount, isPending } = registers
    this.#registers = registers
    this.#chain = new Int32Array(size).fill(NONE)
    this.#position = new Int32Array(size).fill(NONE)
    this.#chains = Array.from({ length: processCount }, () => [])
    const hasPending = isPending.some((each, node) => each === 1 && included[node] === 1)
    this.#stride = processCount + (hasPending ? PENDING_CHAINS : 0)
    this.tooLarge = size * this.#stride > CELLS_MAX
    this.#clocks = new Int32Array(this.tooLarge ? 0 : size * this.#stride)
  }

  /** Sets the clock of `node`; all its predecessors have theirs. */
  set(node: number, observer: number): void {
    const { previous, source, process, isPending } = this.#registers
    const before = previous[node] as number
    const row = node * this.#stride
    if (before >= 0) {
      const from = before * this.#stride
      this.#clocks.copyWithin(row, from, from + this.#stride)
    }
    const write = source[node] as number
    if (write >= 0 && (observer === EVERYONE || process[node] === observer)) {
      this.#join(row, write * this.#stride)
    }
    const chain = isPending[node] === 1 ? this.#pendingChain(row) : (process[node] as number)
    if (this.tooLarge) return
    const nodes = this.#chains[chain] ?? []
    this.#chains[chain] = nodes
    this.#chain[node] = chain
    this.#position[node] = nodes.length
    nodes.push(node)
    this.#clocks[node * this.#stride + chain] = nodes.length
  }

  result(): Omit<CausalOrder, 'observer' | 'links'> {
    return {
      chain: this.#chain,
      position: this.#position,
      chains: this.#chains,
      clocks: this.#clocks,
      stride: this.#stride,
    }
  }

  #join(row: number, other: number): void {
    const clocks = this.#clocks
    for (let index = 0; index < this.#stride; index++) {
      const seen = clocks[other + index] as number
      if (seen > (clocks[row + index] as number)) clocks[row + index] = seen
    }
  }

  /** A chain of pending writes all of which the clock at `row` has seen, or a new one. */
  #pendingChain(row: number): number {
    let chain = this.#registers.processCount
    while (chain < this.#chains.length) {
      if (this.#clocks[row + chain] === this.#chains[chain]?.length) return chain
      chain++
    }
    if (chain === this.#stride) this.#widen()
    return chain
  }

  #widen(): void {
    const { size } = this.#registers
    const stride = this.#stride * 2
    if (size * stride > CELLS_MAX) {
      this.tooLarge = true
      return
    }
    const wider = new Int32Array(size * stride)
    for (let node = 0; node < size; node++) {
      const from = node * this.#stride
      wider.set(this.#clocks.subarray(from, from + this.#stride), node * stride)
    }
    this.#stride = stride
    this.#clocks = wider
  }
}
