/**
 * The network: decides for each message whether, when and how often it arrives.
 * Each directed link draws from its own generator, always the same number of draws
 * a message, so that a fault on one link does not reshuffle another.
 */
import type { Link, Micros, NodeId } from '../trace/event.ts'
import { Prng } from './prng.ts'
import type { NetworkOptions } from './scenario.ts'

/** What becomes of a message that is sent now. */
export type Route =
  | { readonly kind: 'drop'; readonly reason: 'loss' | 'cut'; readonly cut: number }
  | { readonly kind: 'hold' }
  | { readonly kind: 'deliver'; readonly delays: readonly Micros[] }

export class Network {
  readonly #seed: number
  readonly #options: NetworkOptions
  readonly #prngs = new Map<string, Prng>()
  /** Cut number by link key; the newest cut of a link wins. */
  readonly #cuts = new Map<string, number>()
  readonly #clogged = new Set<string>()
  #calm = false

  constructor(seed: number, options: NetworkOptions) {
    this.#seed = seed
    this.#options = options
  }

  /** Settles the fate of a message. A message already under way is not touched by a later cut. */
  route(from: NodeId, to: NodeId): Route {
    const key = linkKey(from, to)
    const { lossPermille, duplicatePermille } = this.#options
    const prng = this.#prng(key)
    const lost = prng.chance(lossPermille) && !this.#calm
    const duplicated = prng.chance(duplicatePermille) && !this.#calm
    const delay = this.#delay(prng)
    const delayOfCopy = this.#delay(prng)

    const cut = this.#cuts.get(key)
    if (cut !== undefined) return { kind: 'drop', reason: 'cut', cut }
    if (lost) return { kind: 'drop', reason: 'loss', cut: 0 }
    if (this.#clogged.has(key)) return { kind: 'hold' }
    return { kind: 'deliver', delays: duplicated ? [delay, delayOfCopy] : [delay] }
  }

  /** Cuts `links`; `cut` is the number that drops will name. */
  cut(cut: number, links: readonly Link[]): void {
    for (const { from, to } of links) this.#cuts.set(linkKey(from, to), cut)
  }

  /** Ends every cut. */
  heal(): void {
    this.#cuts.clear()
  }

  clog({ from, to }: Link): void {
    this.#clogged.add(linkKey(from, to))
  }

  unclog({ from, to }: Link): void {
    this.#clogged.delete(linkKey(from, to))
  }

  /** From now on nothing is cut, clogged, lost or duplicated: the liveness phase. */
  calm(): void {
    this.#calm = true
    this.#cuts.clear()
    this.#clogged.clear()
  }

  /** A fresh delay on a link, for a message that was held. */
  delayOf(from: NodeId, to: NodeId): Micros {
    return this.#delay(this.#prng(linkKey(from, to)))
  }

  #delay(prng: Prng): Micros {
    const { delayMicrosMin, delayMicrosMax, tailPermille, tailMicrosMax } = this.#options
    const inTail = prng.chance(tailPermille) && !this.#calm
    const usual = prng.between(delayMicrosMin, delayMicrosMax)
    const slow = prng.between(delayMicrosMax, Math.max(delayMicrosMax, tailMicrosMax))
    return inTail ? slow : usual
  }

  #prng(key: string): Prng {
    let prng = this.#prngs.get(key)
    if (prng === undefined) {
      prng = new Prng(this.#seed, `link ${key}`)
      this.#prngs.set(key, prng)
    }
    return prng
  }
}

function linkKey(from: NodeId, to: NodeId): string {
  return `${from} ${to}`
}
