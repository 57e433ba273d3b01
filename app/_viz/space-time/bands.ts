/**
 * What lasts in a run: the state that a node shows, the time that it is down or paused,
 * and cuts of the network. Each is a band from one group of events to another.
 */
import type { Json, NodeId, Trace } from '#core'
import { eventsOf, type Grouping } from './groups.ts'
import { cutText } from './texts.ts'

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
  /**
   * Of a state: which of the values of its row's first field it shows, in order of appearance.
   * Of a cut: which of the groups that are cut off.
   */
  readonly shade: number
  /**
   * Of a state: 0 for the lab's ribbons, from 1 for the fields that the reader pinned. Of a
   * cut on the network's lane: its place among those in force at the same time.
   */
  readonly row: number
  /** Index of the group with which it begins. */
  readonly from: number
  /** Index of the group with which it ends; the last group when it never does. */
  readonly to: number
}

/**
 * All bands of a trace, in the order in which they begin.
 *
 * @param rows for each row of states, the fields that share it
 */
export function readBands(
  trace: Trace,
  { groups }: Grouping,
  rows: readonly (readonly Ribbon[])[],
): readonly Band[] {
  const builder = new BandBuilder(trace.header.nodes, rows)
  for (const [index, group] of groups.entries()) {
    for (const event of eventsOf(group)) builder.see(event, index)
  }
  return builder.finish(groups.length - 1)
}

class BandBuilder {
  readonly #rows: readonly (readonly Ribbon[])[]
  readonly #fields = new Map<NodeId, Map<string, Json>>()
  readonly #shades = new Map<string, number>()
  readonly #open = new Map<string, Omit<Band, 'to'>>()
  readonly #bands: Band[] = []

  constructor(nodes: readonly NodeId[], rows: readonly (readonly Ribbon[])[]) {
    this.#rows = rows
    for (const node of nodes) this.#fields.set(node, new Map())
  }

  see(event: Trace['events'][number], at: number): void {
    switch (event.kind) {
      case 'observe':
        return this.#observe(event.node, event.fields, at)
      case 'crash':
        this.#fields.get(event.node)?.clear()
        for (const row of this.#rows.keys()) this.#end(`state ${row} ${event.node}`, at)
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
    for (const row of this.#rows.keys()) this.#showState(node, row, known, at)
  }

  #showState(node: NodeId, row: number, known: ReadonlyMap<string, Json>, at: number): void {
    const ribbons = this.#rows[row] ?? []
    const key = `state ${row} ${node}`
    const text = row === 0 ? stateText(ribbons, known) : pinnedText(ribbons, known)
    if (text === '' || this.#open.get(key)?.text === text) return
    this.#end(key, at)
    const first = `${row} ${JSON.stringify(known.get(ribbons[0]?.field ?? '') ?? null)}`
    // The values of a pinned field are told apart by their text alone.
    const shade = row === 0 ? (this.#shades.get(first) ?? this.#shades.size) : 0
    if (row === 0) this.#shades.set(first, shade)
    this.#start(key, { kind: 'state', place: node, text, shade, row, from: at })
  }

  #cut(cut: number, label: string, at: number): void {
    const base = { row: 0, from: at, text: `cut: ${label}` }
    const network = { ...base, kind: 'cut-network', place: undefined, shade: 0 } as const
    this.#start(`cut ${cut} network`, { ...network, row: this.#freeNetworkRow() })
    for (const [shade, group] of cutOffGroups(label).entries()) {
      for (const node of group) {
        if (!this.#fields.has(node)) continue
        this.#start(`cut ${cut} ${node}`, { ...base, kind: 'cut', place: node, shade })
      }
    }
  }

  /** Cuts that are in force at the same time lie one below the other. */
  #freeNetworkRow(): number {
    const open = [...this.#open.values()].filter(({ kind }) => kind === 'cut-network')
    const taken = new Set(open.map(({ row }) => row))
    let row = 0
    while (taken.has(row)) row++
    return row
  }

  #begin(kind: 'down' | 'paused', place: NodeId, text: string, from: number): void {
    this.#start(`${kind} ${place}`, { kind, place, text, shade: 0, row: 0, from })
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

/** `leader · term 3`: words speak for themselves, numbers need their label. */
function stateText(ribbons: readonly Ribbon[], fields: ReadonlyMap<string, Json>): string {
  return ribbons
    .filter(({ field }) => fields.has(field))
    .map(({ field, label }) => {
      const value = fields.get(field)
      return typeof value === 'string' ? value : `${label} ${valueText(value)}`
    })
    .join(' · ')
}

/** `votedFor "n2"`: whoever pinned a field wants to see its name, and its value as it is. */
function pinnedText(ribbons: readonly Ribbon[], fields: ReadonlyMap<string, Json>): string {
  return ribbons
    .filter(({ field }) => fields.has(field))
    .map(({ field, label }) => `${label} ${valueText(fields.get(field))}`)
    .join(' · ')
}

/** Of a long list, such as a log, how long it is and its end. */
function valueText(value: Json | undefined): string {
  const text = JSON.stringify(value) ?? ''
  if (text.length <= VALUE_MAX || !Array.isArray(value)) return cutText(text, VALUE_MAX)
  return cutText(`(${value.length}) … ${JSON.stringify(value.at(-1))}`, VALUE_MAX)
}

const VALUE_MAX = 48

/**
 * The groups to hatch for a cut: all but the largest (`n1 | n2 n3`), or the side that is no
 * longer heard (`n1 > n2`).
 */
function cutOffGroups(label: string): readonly (readonly NodeId[])[] {
  if (label.includes(' > ')) return [(label.split(' > ')[0] ?? '').split(' ')]
  const groups = label.split(' | ').map((group) => group.split(' '))
  const sizes = groups.map(({ length }) => length)
  const largest = sizes.indexOf(Math.max(...sizes))
  return groups.filter((_, index) => index !== largest)
}
