/**
 * Tries the merge function of a data type on states that a node has seen. It decides nothing:
 * whoever asked compares the results.
 */
import type { Json, TriedMerges } from '#core'

/** The functions of a data type that are tried. */
interface Mergeable {
  initial(): unknown
  merge(a: unknown, b: unknown): unknown
}

interface UpdateSeen {
  readonly label: string
  readonly before: string
  readonly after: string
}

/** States that are remembered, and those of them that are tried together. */
const REMEMBERED_MAX = 24
const TRIED_MAX = 5
/** Results that are merged once more with each of those. */
const MERGED_AGAIN_MAX = 12
const UPDATES_MAX = 4

/** What a node has seen: its own states, those of others, and its updates. */
export class StatesSeen {
  #states: readonly string[] = []
  #updates: readonly UpdateSeen[] = []

  /** Remembers a state, as JSON text. */
  state(text: string): void {
    if (this.#states.includes(text)) return
    this.#states = [...this.#states, text].slice(-REMEMBERED_MAX)
  }

  /** Remembers what an update made of a state. */
  update(update: UpdateSeen): void {
    if (update.before === update.after) return
    this.#updates = [...this.#updates, update].slice(-UPDATES_MAX)
  }

  /** Merges some of them with each other, and the results once more. */
  tryMerges(type: Mergeable): TriedMerges {
    const table = new MergeTable(type)
    const initial = table.place(JSON.stringify(type.initial()))
    const chosen = [...new Set([initial, ...this.#chosen().map((text) => table.place(text))])]
    const results = new Set(chosen.flatMap((a) => chosen.map((b) => table.merge(a, b))))
    const again = [...results].filter((result) => !chosen.includes(result))
    for (const result of again.slice(0, MERGED_AGAIN_MAX)) {
      for (const state of chosen) {
        table.merge(result, state)
        table.merge(state, result)
      }
    }
    const updates = this.#updates.map(({ label, before, after }) => {
      const pair = { label, before: table.place(before), after: table.place(after) }
      table.merge(pair.before, pair.after)
      return pair
    })
    return { ...table.tried(), initial, updates }
  }

  /** Some short ones, which make counterexamples easy to read, and the newest. */
  #chosen(): readonly string[] {
    const byLength = [...this.#states].sort((a, b) => a.length - b.length)
    const newest = this.#states.slice(-2)
    return [...new Set([...newest, ...byLength])].slice(0, TRIED_MAX - 1)
  }
}

/** Merges that were tried, by the places of their states. */
class MergeTable {
  readonly #type: Mergeable
  readonly #texts: string[] = []
  readonly #places = new Map<string, number>()
  readonly #merges = new Map<string, readonly [number, number, number]>()
  readonly #changed: { readonly argument: number; readonly into: number }[] = []

  constructor(type: Mergeable) {
    this.#type = type
  }

  place(text: string): number {
    const known = this.#places.get(text)
    if (known !== undefined) return known
    this.#places.set(text, this.#texts.length)
    return this.#texts.push(text) - 1
  }

  /** Merges copies, so that nothing that is tried changes what the node holds. */
  merge(a: number, b: number): number {
    const known = this.#merges.get(`${a} ${b}`)
    if (known !== undefined) return known[2]
    const left: unknown = JSON.parse(this.#texts[a] ?? 'null')
    const right: unknown = JSON.parse(this.#texts[b] ?? 'null')
    const merged = this.place(JSON.stringify(this.#type.merge(left, right) ?? null))
    this.#merges.set(`${a} ${b}`, [a, b, merged])
    this.#compare(a, left)
    this.#compare(b, right)
    return merged
  }

  #compare(argument: number, value: unknown): void {
    const into = this.place(JSON.stringify(value))
    if (into !== argument) this.#changed.push({ argument, into })
  }

  tried(): Pick<TriedMerges, 'states' | 'merges' | 'changed'> {
    return {
      states: this.#texts.map((text) => JSON.parse(text) as Json),
      merges: [...this.#merges.values()],
      changed: this.#changed,
    }
  }
}
