/**
 * The network: decides for each message whether, when and how often it arrives.
 * Each directed link draws from its own generator, always the same number of draws
 * a message, so that a fault on one link does not reshuffle another.
 */
import type { Link, Micros, NodeId } from '../trace/event.ts'
import type { DeliveryChoice, Fate } from './delivery.ts'
import { Prng } from './prng.ts'
import type { LinkWeather, NetworkOptions } from './scenario.ts'

/** What becomes of a message that is sent now. */
export type Route =
  | { readonly kind: 'drop'; readonly reason: 'loss' | 'cut'; readonly cut: number }
  /** It waits for the link to be unclogged, and then takes so long. */
  | { readonly kind: 'hold'; readonly delaysMicros: readonly Micros[] }
  | { readonly kind: 'deliver'; readonly delaysMicros: readonly Micros[] }

interface LinkState {
  readonly prng: Prng
  /** Messages sent on it so far. */
  sent: number
  /** The cut in force, the newest when there are several; 0 when there is none. */
  cut: number
  isClogged: boolean
  weather: LinkWeather | undefined
  /** When the last message to be delivered arrives, for links that keep the order. */
  lastArrival: Micros
  readonly settled: Map<number, Fate> | undefined
}

const LOST: Fate = { kind: 'lost' }

export class Network {
  readonly #seed: number
  readonly #options: NetworkOptions
  readonly #onFate: ((choice: DeliveryChoice) => void) | undefined
  readonly #settled = new Map<string, Map<number, Fate>>()
  readonly #links = new Map<NodeId, Map<NodeId, LinkState>>()
  /** Links of each cut in force, oldest first. */
  readonly #cuts = new Map<number, readonly Link[]>()
  #isCalm = false

  constructor(
    seed: number,
    options: NetworkOptions,
    settled: readonly DeliveryChoice[],
    onFate: ((choice: DeliveryChoice) => void) | undefined,
  ) {
    this.#seed = seed
    this.#options = options
    this.#onFate = onFate
    for (const { from, to, index, fate } of settled) {
      const key = `${from} ${to}`
      const fates = this.#settled.get(key) ?? new Map<number, Fate>()
      this.#settled.set(key, fates.set(index, fate))
    }
  }

  /**
   * Settles the fate of a message, which the sender may have chosen. A message already under way is
   * not touched by a later cut.
   */
  route(from: NodeId, to: NodeId, chosen?: Fate): Route {
    const link = this.#link(from, to)
    const index = ++link.sent
    const drawn = this.#draw(link)
    const fate = chosen ?? link.settled?.get(index) ?? drawn
    this.#onFate?.({ from, to, index, fate })

    if (link.cut !== 0) return { kind: 'drop', reason: 'cut', cut: link.cut }
    if (fate.kind === 'delivered') {
      return { kind: link.isClogged ? 'hold' : 'deliver', delaysMicros: fate.delaysMicros }
    }
    // Nothing is lost in the liveness phase, whatever was settled for this message.
    if (this.#isCalm) {
      return { kind: 'deliver', delaysMicros: [this.#options.delayMicrosMin] }
    }
    return { kind: 'drop', reason: 'loss', cut: 0 }
  }

  /** When a message that leaves now (or is let go now) arrives. */
  arrival(from: NodeId, to: NodeId, now: Micros, delayMicros: Micros): Micros {
    const due = now + delayMicros
    if (!this.#options.keepsOrder) return due
    const link = this.#link(from, to)
    link.lastArrival = Math.max(link.lastArrival, due)
    return link.lastArrival
  }

  /** Cuts `links`; `cut` is the number that drops will name. */
  cut(cut: number, links: readonly Link[]): void {
    this.#cuts.set(cut, links)
    for (const { from, to } of links) this.#link(from, to).cut = cut
  }

  /** Ends one cut; where an older one still stands, that one is in force again. */
  heal(cut: number): void {
    const links = this.#cuts.get(cut) ?? []
    this.#cuts.delete(cut)
    for (const { from, to } of links) this.#link(from, to).cut = 0
    for (const [older, others] of this.#cuts) {
      for (const { from, to } of others) this.#link(from, to).cut = older
    }
  }

  clog(from: NodeId, to: NodeId): void {
    this.#link(from, to).isClogged = true
  }

  unclog(from: NodeId, to: NodeId): void {
    this.#link(from, to).isClogged = false
  }

  /** Gives the link a weather of its own; undefined: that of the scenario again. */
  degrade(from: NodeId, to: NodeId, weather: LinkWeather | undefined): void {
    this.#link(from, to).weather = weather
  }

  /** From now on nothing is cut, clogged, degraded, lost or duplicated: the liveness phase. */
  calm(): void {
    this.#isCalm = true
    this.#cuts.clear()
    for (const links of this.#links.values()) {
      for (const link of links.values()) {
        link.cut = 0
        link.isClogged = false
        link.weather = undefined
      }
    }
  }

  /** Always draws as often, whatever comes of it. */
  #draw({ prng, weather }: LinkState): Fate {
    const { lossPermille, duplicatePermille } = weather ?? this.#options
    const isLost = prng.chance(lossPermille) && !this.#isCalm
    const isDuplicated = prng.chance(duplicatePermille) && !this.#isCalm
    const delay = this.#delay(prng, weather)
    const delayOfCopy = this.#delay(prng, weather)
    if (isLost) return LOST
    return { kind: 'delivered', delaysMicros: isDuplicated ? [delay, delayOfCopy] : [delay] }
  }

  #delay(prng: Prng, weather: LinkWeather | undefined): Micros {
    const { tailPermille, tailMicrosMax } = this.#options
    const { delayMicrosMin, delayMicrosMax } = weather ?? this.#options
    const isInTail = prng.chance(tailPermille) && !this.#isCalm
    const usual = prng.between(delayMicrosMin, delayMicrosMax)
    const slow = prng.between(delayMicrosMax, Math.max(delayMicrosMax, tailMicrosMax))
    return isInTail ? slow : usual
  }

  #link(from: NodeId, to: NodeId): LinkState {
    let links = this.#links.get(from)
    if (links === undefined) {
      links = new Map()
      this.#links.set(from, links)
    }
    let link = links.get(to)
    if (link === undefined) {
      link = {
        prng: new Prng(this.#seed, `link ${from} ${to}`),
        sent: 0,
        cut: 0,
        isClogged: false,
        weather: undefined,
        lastArrival: 0,
        settled: this.#settled.get(`${from} ${to}`),
      }
      links.set(to, link)
    }
    return link
  }
}
