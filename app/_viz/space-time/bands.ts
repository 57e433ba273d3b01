/**
 * What lasts in a run: the state that a node shows, the time that it is down or paused,
 * and cuts of the network. Each is a band from one group of events to another.
 */
import type { Json, NodeId, Trace } from '#core'
import { eventsOf, type Grouping } from './groups.ts'

/** A watched field that is shown as a band, as the lab declares it. */
export interface Ribbon {
  readonly field: string
  readonly label: string
}

export interface Band {
  readonly kind: 'state' | 'down' | 'paused' | 'cut' | 'cut-network'
  /** The node it belongs to; undefined for the network's own lane. */
  readonly place: NodeId | undefined
  readonly text: string
  /** Which of the values of the lab's first ribbon it shows, in order of appearance. */
  readonly shade: number
  /** Index of the group with which it begins. */
  readonly from: number
  /** Index of the group with which it ends; the last group when it never does. */
  readonly to: number
}

/** All bands of a trace, in the order in which they begin. */
export function readBands(
  trace: Trace,
  { groups }: Grouping,
  ribbons: readonly Ribbon[],
): readonly Band[] {
  const builder = new BandBuilder(trace.header.nodes, ribbons)
  for (const [index, group] of groups.entries()) {
    for (const event of eventsOf(group)) builder.see(event, index)
  }
  return builder.finish(groups.length - 1)
}

class BandBuilder {
  readonly #ribbons: readonly Ribbon[]
  readonly #fields = new Map<NodeId, Map<string, Json>>()
  readonly #shades = new Map<string, number>()
  readonly #open = new Map<string, Omit<Band, 'to'>>()
  readonly #bands: Band[] = []

  constructor(nodes: readonly NodeId[], ribbons: readonly Ribbon[]) {
    this.#ribbons = ribbons
    for (const node of nodes) this.#fields.set(node, new Map())
  }

  see(event: Trace['events'][number], at: number): void {
    switch (event.kind) {
      case 'observe':
        return this.#observe(event.node, event.fields, at)
      case 'crash':
        this.#fields.get(event.node)?.clear()
        this.#end(`state ${event.node}`, at)
        this.#end(`paused ${event.node}`, at)
        return this.#begin('down', event.node, 'down', at)
      case 'boot':
        return this.#end(`down ${event.node}`, at)
      case 'pause':
        return this.#begin('paused', event.node, 'paused', at)
      case 'resume':
        return this.#end(`paused ${event.node}`, at)
      case 'cut':
        return this.#cut(event.cut, event.label, at)
      case 'heal':
        for (const key of this.#open.keys()) {
          if (key.startsWith(`cut ${event.cut} `)) this.#end(key, at)
        }
        return
      default:
    }
  }

  finish(last: number): readonly Band[] {
    for (const key of this.#open.keys()) this.#end(key, last)
    return this.#bands.sort((a, b) => a.from - b.from)
  }

  #observe(node: NodeId, fields: { readonly [name: string]: Json }, at: number): void {
    const known = this.#fields.get(node)
    if (known === undefined) return
    for (const [name, value] of Object.entries(fields)) known.set(name, value)
    const text = this.#stateText(known)
    if (text === '' || this.#open.get(`state ${node}`)?.text === text) return
    this.#end(`state ${node}`, at)
    const first = JSON.stringify(known.get(this.#ribbons[0]?.field ?? '') ?? null)
    if (!this.#shades.has(first)) this.#shades.set(first, this.#shades.size)
    this.#begin('state', node, text, at, this.#shades.get(first))
  }

  /** `leader · term 3`: words speak for themselves, numbers need their label. */
  #stateText(fields: ReadonlyMap<string, Json>): string {
    return this.#ribbons
      .filter(({ field }) => fields.has(field))
      .map(({ field, label }) => {
        const value = fields.get(field)
        return typeof value === 'string' ? value : `${label} ${JSON.stringify(value)}`
      })
      .join(' · ')
  }

  #cut(cut: number, label: string, at: number): void {
    this.#start(`cut ${cut} network`, {
      kind: 'cut-network',
      place: undefined,
      text: `cut: ${label}`,
      shade: 0,
      from: at,
    })
    for (const node of cutOffNodes(label)) {
      if (!this.#fields.has(node)) continue
      const band = { kind: 'cut', place: node, text: label, shade: 0, from: at } as const
      this.#start(`cut ${cut} ${node}`, band)
    }
  }

  #begin(kind: Band['kind'], place: NodeId, text: string, from: number, shade = 0): void {
    this.#start(`${kind} ${place}`, { kind, place, text, shade, from })
  }

  #start(key: string, band: Omit<Band, 'to'>): void {
    this.#open.set(key, band)
  }

  #end(key: string, to: number): void {
    const open = this.#open.get(key)
    if (open === undefined) return
    this.#open.delete(key)
    this.#bands.push({ ...open, to })
  }
}

/**
 * The nodes to hatch for a cut: all but the largest group (`n1 | n2 n3`), or the side
 * that is no longer heard (`n1 > n2`).
 */
function cutOffNodes(label: string): readonly NodeId[] {
  if (label.includes(' > ')) return (label.split(' > ')[0] ?? '').split(' ')
  const groups = label.split(' | ').map((group) => group.split(' '))
  const sizes = groups.map(({ length }) => length)
  const largest = sizes.indexOf(Math.max(...sizes))
  return groups.filter((_, index) => index !== largest).flat()
}
