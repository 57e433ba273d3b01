/**
 * Whom each node can reach, and since when, as a trace tells it: for promises that hold on one
 * side of a cut and not on the other.
 */

import type { Micros, NodeId, TraceEvent } from '../../trace/event.ts'

const NEVER = Number.POSITIVE_INFINITY

export class Reach {
  readonly #nodes: readonly NodeId[]
  readonly #majority: number
  readonly #working = new Set<NodeId>()
  /** Severed links by cut, and clogged ones. */
  readonly #cuts = new Map<number, ReadonlySet<string>>()
  readonly #clogged = new Set<string>()
  /** Since when two nodes work and hear each other; by link, and NEVER while they do not. */
  readonly #linkedSince = new Map<string, Micros>()
  readonly #workingSince = new Map<NodeId, Micros>()
  readonly #loneSince = new Map<NodeId, Micros>()

  constructor(nodes: readonly NodeId[]) {
    this.#nodes = nodes
    this.#majority = Math.floor(nodes.length / 2) + 1
  }

  /** Takes an event into account; most kinds change nothing. */
  look(event: TraceEvent): void {
    switch (event.kind) {
      case 'boot':
      case 'resume':
        this.#working.add(event.node)
        this.#workingSince.set(event.node, event.at)
        break
      case 'crash':
      case 'pause':
        this.#working.delete(event.node)
        this.#workingSince.delete(event.node)
        break
      case 'cut':
        this.#cuts.set(event.cut, new Set(event.links.map(({ from, to }) => `${from} ${to}`)))
        break
      case 'heal':
        this.#cuts.delete(event.cut)
        break
      case 'clog':
        this.#clogged.add(`${event.from} ${event.to}`)
        break
      case 'unclog':
        this.#clogged.delete(`${event.from} ${event.to}`)
        break
      default:
        return
    }
    this.#update(event.at)
  }

  /** Since when the node works; NEVER while it does not. */
  workingSince(node: NodeId): Micros {
    return this.#workingSince.get(node) ?? NEVER
  }

  /**
   * Since when the node and the same others, a majority with it, have worked and heard each
   * other directly; NEVER while there is no such majority.
   */
  withMajoritySince(node: NodeId): Micros {
    const others = this.#nodes
      .filter((other) => other !== node)
      .map((other) => this.#linkedSince.get(`${node} ${other}`) ?? NEVER)
      .sort((a, b) => a - b)
    return Math.max(this.workingSince(node), ...others.slice(0, this.#majority - 1))
  }

  /**
   * Since when no majority of working nodes has been within reach of the node, not even by
   * detours and one-way links; NEVER while one is.
   */
  withoutMajoritySince(node: NodeId): Micros {
    return this.#loneSince.get(node) ?? NEVER
  }

  #update(at: Micros): void {
    for (const a of this.#nodes) {
      for (const b of this.#nodes) {
        if (a === b) continue
        const isLinked = this.#hears(a, b) && this.#hears(b, a)
        const key = `${a} ${b}`
        if (!isLinked) this.#linkedSince.delete(key)
        else if (!this.#linkedSince.has(key)) this.#linkedSince.set(key, at)
      }
    }
    for (const node of this.#nodes) {
      if (this.#companyOf(node) >= this.#majority) this.#loneSince.delete(node)
      else if (!this.#loneSince.has(node)) this.#loneSince.set(node, at)
    }
  }

  #hears(by: NodeId, from: NodeId): boolean {
    const link = `${from} ${by}`
    if (!this.#working.has(by) || !this.#working.has(from) || this.#clogged.has(link)) return false
    return [...this.#cuts.values()].every((links) => !links.has(link))
  }

  /** How many working nodes hang together with this one, itself included. */
  #companyOf(node: NodeId): number {
    const company = [node]
    // It grows while it is read: each newcomer brings those that it hears or that hear it.
    for (const member of company) {
      for (const other of this.#nodes) {
        if (company.includes(other)) continue
        if (this.#hears(member, other) || this.#hears(other, member)) company.push(other)
      }
    }
    return company.length
  }
}
