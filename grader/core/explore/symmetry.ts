/**
 * Symmetry: worlds that differ only by the names of their nodes are taken as one (Ip and
 * Dill, "Better Verification Through Symmetry", 1996). That is sound only if the nodes are
 * alike, which is not assumed but checked: for every handler call that the search makes,
 * the same call with other names must come to the same with other names.
 */
import { present } from '../assert.ts'
import type { Link, NodeId } from '../trace/event.ts'
import type { CallOutcome } from './call-outcome.ts'
import type { Move } from './moves.ts'
import { keyOf, type PackedWorld } from './packed-world.ts'
import type { NodeRecord, Space } from './space.ts'
import type { DiskEntries, InFlight, NodeState } from './world.ts'

/** Other names by present names; every node has one. */
export type Renaming = ReadonlyMap<NodeId, NodeId>

/** Renames the nodes that texts speak of; whoever wrote the texts knows how. */
export interface Renamer {
  /** A node's memory as its host writes it. */
  memory(text: string, renaming: Renaming): string
  /** JSON text: messages, answers, values on disk, watched fields. */
  json(text: string, renaming: Renaming): string
  /** The name of a timer or a key on disk. */
  name(text: string, renaming: Renaming): string
}

/** The nodes are not alike; `message` says where that showed. */
export class AsymmetryError extends Error {
  override readonly name = 'AsymmetryError'
}

interface Permutation {
  readonly renaming: Renaming
  /** The place that the node of a place moves to. */
  readonly places: readonly number[]
  /** Renamed numbers, as they come to be known. */
  readonly records: Map<number, number>
  readonly messages: Map<number, number>
  readonly statuses: Map<number, number>
  readonly cuts: readonly number[]
}

export class Symmetry {
  readonly #space: Space
  readonly #renamer: Renamer
  /** All that leave the scope as it is, without the one that changes nothing. */
  readonly #permutations: readonly Permutation[]
  readonly #verified = new Set<CallOutcome>()

  constructor(space: Space, renamer: Renamer) {
    this.#space = space
    this.#renamer = renamer
    this.#permutations = orders(space.scope.nodes.length)
      .filter((places) => places.some((place, index) => place !== index))
      .flatMap((places) => this.#permutation(places) ?? [])
  }

  /** How many renamings are taken as one, that to the present names included. */
  get renamings(): number {
    return this.#permutations.length + 1
  }

  /** The one that stands for all worlds which differ from this one by names only. */
  canonical(world: PackedWorld): PackedWorld {
    let least = world
    let leastKey = keyOf(world)
    for (const permutation of this.#permutations) {
      const renamed = this.#renamed(world, permutation)
      const key = keyOf(renamed)
      if (key >= leastKey) continue
      least = renamed
      leastKey = key
    }
    return least
  }

  /**
   * Checks that what comes of these moves does not depend on names. Each call is looked at
   * once, however many worlds make it.
   * @throws AsymmetryError when it does
   */
  verify(world: PackedWorld, moves: readonly Move[]): void {
    for (const move of moves) {
      if (move.outcome === null || this.#verified.has(move.outcome)) continue
      this.#verified.add(move.outcome)
      // The first outcome stands for the others of its call, and a crash at rest is no call.
      if (move.outcome.crash === null) this.#verifyCall(world, move)
    }
  }

  #verifyCall(world: PackedWorld, move: Move): void {
    const record = this.#space.record(world[move.place] as number)
    const number = world[move.slot] ?? -1
    const outcomes = this.#outcomes(record, move, number, move.timer)
    for (const permutation of this.#permutations) {
      const expected = outcomes.map((outcome) => this.#textOf(outcome, permutation)).sort()
      const other = this.#space.record(this.#record(record.number, permutation))
      const message = number < 0 ? number : this.#message(number, permutation)
      const timer = this.#renamer.name(move.timer, permutation.renaming)
      const found = this.#outcomes(other, move, message, timer)
        .map((outcome) => this.#textOf(outcome, undefined))
        .sort()
      if (expected.join('\n') === found.join('\n')) continue
      const names = `${record.node.id} and ${other.node.id}`
      throw new AsymmetryError(
        `with other names the nodes do other things: compare ${names} at a ${move.kind}`,
      )
    }
  }

  #outcomes(
    record: NodeRecord,
    { kind }: Move,
    message: number,
    timer: string,
  ): readonly CallOutcome[] {
    if (kind === 'timer') return this.#space.fired(record, timer)
    if (kind === 'restart') return this.#space.started(record)
    return this.#space.delivered(record, this.#space.message(message))
  }

  /** What an outcome does to the world, renamed if there is a permutation. */
  #textOf({ record, sent, failure }: CallOutcome, permutation: Permutation | undefined): string {
    const numbers =
      permutation === undefined ? sent : sent.map((number) => this.#message(number, permutation))
    const own = permutation === undefined ? record : this.#record(record, permutation)
    return `${own} ${failure?.kind ?? ''} ${this.#inOrder(numbers).join(' ')}`
  }

  #renamed(world: PackedWorld, permutation: Permutation): PackedWorld {
    const { operationsAt, cutAt, messagesAt } = this.#space.layout
    const next = [...world]
    for (const [from, to] of permutation.places.entries()) {
      next[to] = this.#record(world[from] as number, permutation)
    }
    for (let index = operationsAt; index < cutAt; index++) {
      next[index] = this.#status(world[index] as number, permutation)
    }
    next[cutAt] = permutation.cuts[world[cutAt] as number] as number
    const messages = world.slice(messagesAt).map((number) => this.#message(number, permutation))
    next.splice(messagesAt, messages.length, ...this.#inOrder(messages))
    return next
  }

  /** As they stand in a packed world: see `put` in `apply-move.ts`. */
  #inOrder(messages: readonly number[]): readonly number[] {
    if (this.#space.scope.network !== 'fifo') return messages.toSorted((a, b) => a - b)
    const link = (number: number) => this.#space.message(number).link
    return messages.toSorted((a, b) => link(a) - link(b))
  }

  #record(number: number, { renaming, records }: Permutation): number {
    return remembered(records, number, () =>
      this.#space.recordOf(this.#renameNode(this.#space.record(number).node, renaming)),
    )
  }

  #message(number: number, { renaming, messages }: Permutation): number {
    return remembered(messages, number, () => {
      const { inFlight } = this.#space.message(number)
      const { from, to, body } = inFlight
      return this.#space.messageOf({
        ...inFlight,
        from: renaming.get(from) ?? from,
        to: renaming.get(to) ?? to,
        body: this.#renamer.json(body, renaming),
      } satisfies InFlight)
    })
  }

  #status(number: number, { renaming, statuses }: Permutation): number {
    return remembered(statuses, number, () => {
      const { status, body } = this.#space.operation(number)
      return this.#space.status({ status, body: this.#renamer.json(body, renaming) })
    })
  }

  #renameNode(node: NodeState, renaming: Renaming): NodeState {
    const { isUp, memory, durable, buffered, timers, fields } = node
    const entries = (all: DiskEntries): DiskEntries =>
      all.map(([key, value]) => [
        this.#renamer.name(key, renaming),
        this.#renamer.json(value, renaming),
      ])
    const renamedTimers = timers.map((timer) => ({
      ...timer,
      name: this.#renamer.name(timer.name, renaming),
    }))
    return {
      id: present(renaming.get(node.id), 'every node has another name'),
      isUp,
      memory: memory === '' ? '' : this.#renamer.memory(memory, renaming),
      durable: entries(durable).toSorted(byKey),
      buffered: entries(buffered),
      timers: this.#space.scope.timers === 'any-order' ? renamedTimers.sort(byName) : renamedTimers,
      fields: JSON.parse(this.#renamer.json(JSON.stringify(fields), renaming)) as typeof fields,
    }
  }

  /** Undefined when the scope does not look the same with other names. */
  #permutation(places: readonly number[]): Permutation | undefined {
    const { nodes, operations } = this.#space.scope
    const renaming = new Map(
      nodes.map((id, place) => [id, present(nodes[places[place] as number], 'it is a place')]),
    )
    if (operations.some(({ node }) => renaming.get(node) !== node)) return undefined
    const rename = (id: NodeId) => renaming.get(id) ?? id
    const texts = this.#space.cuts.map(({ links }) => linksText(links))
    const cuts = this.#space.cuts.map(({ links }) =>
      texts.indexOf(
        linksText(links.map(({ from, to }) => ({ from: rename(from), to: rename(to) }))),
      ),
    )
    if (cuts.includes(-1)) return undefined
    return {
      renaming,
      places,
      records: new Map(),
      messages: new Map(),
      statuses: new Map(),
      cuts: [0, ...cuts.map((place) => place + 1)],
    }
  }
}

function remembered(known: Map<number, number>, number: number, make: () => number): number {
  let renamed = known.get(number)
  if (renamed === undefined) {
    renamed = make()
    known.set(number, renamed)
  }
  return renamed
}

function linksText(links: readonly Link[]): string {
  return links
    .map(({ from, to }) => `${from} ${to}`)
    .sort()
    .join(', ')
}

/** All orders of the whole numbers below `count`. */
function orders(count: number): readonly (readonly number[])[] {
  if (count === 0) return [[]]
  return orders(count - 1).flatMap((order) =>
    Array.from({ length: count }, (_, at) => order.toSpliced(at, 0, count - 1)),
  )
}

function byKey(a: readonly [string, string], b: readonly [string, string]): number {
  return a[0] < b[0] ? -1 : 1
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1
}
