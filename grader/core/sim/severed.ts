/** Which links a cut severs, and how it is called in the trace. */
import type { Link, NodeId } from '../trace/event.ts'
import { type Cut, linksAcrossRing, linksBetween, linksFromTo, type Target } from './nemesis.ts'

export interface Severed {
  /** The cut in words: `n1 | n2 n3`, or `n1 > n2` when one-way. */
  readonly label: string
  readonly links: readonly Link[]
}

export interface CutPlace {
  /** The node that a target names just now, if any does. */
  readonly find: (target: Target) => NodeId | undefined
  readonly nodes: readonly NodeId[]
  /** Nodes and clients. */
  readonly everybody: readonly NodeId[]
}

/** Undefined when the target of the cut is nobody just now. */
export function severedBy(cut: Cut, place: CutPlace): Severed | undefined {
  switch (cut.kind) {
    case 'partition':
      return between(cut.groups)
    case 'one-way':
      return oneWay(cut.from, cut.to)
    case 'ring':
      return { label: `ring ${cut.order.join(' ')}`, links: linksAcrossRing(cut.order) }
    default: {
      const id = place.find(cut.target)
      return id === undefined ? undefined : around(id, cut.kind, place)
    }
  }
}

function around(
  id: NodeId,
  kind: 'isolate' | 'deafen' | 'mute' | 'bridge',
  { nodes, everybody }: CutPlace,
): Severed {
  const others = everybody.filter((other) => other !== id)
  switch (kind) {
    case 'isolate':
      return between([[id], others])
    case 'deafen':
      return oneWay(others, [id])
    case 'mute':
      return oneWay([id], others)
    case 'bridge': {
      const peers = nodes.filter((other) => other !== id)
      const half = Math.floor(peers.length / 2)
      const { label, links } = between([peers.slice(0, half), peers.slice(half)])
      return { label: `${label}, bridged by ${id}`, links }
    }
  }
}

function between(groups: readonly (readonly NodeId[])[]): Severed {
  return { label: groups.map((group) => group.join(' ')).join(' | '), links: linksBetween(groups) }
}

function oneWay(from: readonly NodeId[], to: readonly NodeId[]): Severed {
  return { label: `${from.join(' ')} > ${to.join(' ')}`, links: linksFromTo(from, to) }
}
