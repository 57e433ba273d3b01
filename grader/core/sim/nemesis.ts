/**
 * The nemesis: a script of faults, each at its time. Scripts come from the text
 * form (`nemesis-script.ts`), from recipes or from a generator; all give these objects.
 */
import type { EventId, Link, Micros, NodeId } from '../trace/event.ts'
import type { LinkWeather } from './scenario.ts'

/** A node by name, or by what it last showed: `role=leader`. */
export type Target =
  | { readonly kind: 'node'; readonly node: NodeId }
  /**
   * The node that came to show `field` with this value latest (or earliest) of those that
   * still do; nobody when none does.
   */
  | {
      readonly kind: 'where'
      readonly field: string
      readonly value: string
      readonly pick: 'latest' | 'earliest'
    }

/** Nodes and clients by name, or everybody. */
export type Endpoints = readonly NodeId[] | 'everybody'

/** What a crash does to writes that were not yet synced. */
export type UnsyncedWrites = 'lost' | 'kept' | 'prefix' | 'torn'

/** When exactly a crash falls. */
export type CrashMoment =
  | { readonly kind: 'now' }
  /** In the middle of the next handler call, after this many of its effects. */
  | { readonly kind: 'mid-call'; readonly afterEffects: number }
  /** Right after the node next sends a message whose JSON text contains this. */
  | { readonly kind: 'after-send'; readonly containing: string }

/** What severs links. A cut may have a name, so that it can be healed alone. */
export type Cut = { readonly name?: string } & (
  | /** Messages flow inside a group only; endpoints in no group are not touched. */ {
      readonly kind: 'partition'
      readonly groups: readonly (readonly NodeId[])[]
    }
  /** Nothing flows from the first group to the second. */
  | { readonly kind: 'one-way'; readonly from: readonly NodeId[]; readonly to: readonly NodeId[] }
  /** Cuts one node off from all others, clients included. */
  | { readonly kind: 'isolate'; readonly target: Target }
  /** Nothing reaches the node any more; what it sends still arrives. */
  | { readonly kind: 'deafen'; readonly target: Target }
  /** Nothing that the node sends arrives any more; it still hears. */
  | { readonly kind: 'mute'; readonly target: Target }
  /**
   * The other nodes fall into two halves, in their order, that hear each other only
   * through this one: reachability is not transitive. Clients are not touched.
   */
  | { readonly kind: 'bridge'; readonly target: Target }
  /** Each node hears only its two neighbours in this order, which closes to a circle. */
  | { readonly kind: 'ring'; readonly order: readonly NodeId[] }
)

export type Fault =
  | Cut
  /** Ends the cut of this name, or every cut when none is given. */
  | { readonly kind: 'heal'; readonly name?: string }
  | {
      readonly kind: 'crash'
      readonly target: Target
      readonly unsynced: UnsyncedWrites
      readonly moment: CrashMoment
      /** Starts again after so long; null: not before a `restart` or the liveness phase. */
      readonly downMicros: Micros | null
    }
  | { readonly kind: 'restart'; readonly target: Target }
  | { readonly kind: 'pause'; readonly target: Target }
  | { readonly kind: 'resume'; readonly target: Target }
  /** Messages on these links wait until they are unclogged. */
  | { readonly kind: 'clog'; readonly from: Endpoints; readonly to: Endpoints }
  | { readonly kind: 'unclog'; readonly from: Endpoints; readonly to: Endpoints }
  /** These links lose, repeat and delay as told until they are restored. */
  | {
      readonly kind: 'degrade'
      readonly from: Endpoints
      readonly to: Endpoints
      readonly weather: LinkWeather
    }
  | { readonly kind: 'restore'; readonly from: Endpoints; readonly to: Endpoints }
  /** Sets the node's clock so far off simulated time, and how fast it runs from now on. */
  | {
      readonly kind: 'skew'
      readonly target: Target
      readonly offsetMicros: Micros
      readonly driftPpm: number
    }
  /** The node's clock runs fast or slow from now on, and does not jump. */
  | { readonly kind: 'drift'; readonly target: Target; readonly driftPpm: number }
  /** The node's clock steps forward, or back when negative. */
  | { readonly kind: 'jump'; readonly target: Target; readonly byMicros: Micros }

export interface NemesisStep {
  readonly at: Micros
  readonly fault: Fault
  /**
   * When given, the fault falls right after the handler call (or fault) in which this event
   * happened, and `at` does not count: how a what-if is put at a point of a known run.
   */
  readonly after?: EventId
}

/** The kinds of fault that sever links. */
const CUT_KINDS: readonly string[] = [
  'partition',
  'one-way',
  'isolate',
  'deafen',
  'mute',
  'bridge',
  'ring',
] satisfies readonly Cut['kind'][]

/** True for the name of a fault that severs links. */
export function isCutKind(kind: string): kind is Cut['kind'] {
  return CUT_KINDS.includes(kind)
}

/** True for faults that sever links. */
export function isCut(fault: Fault): fault is Cut {
  return isCutKind(fault.kind)
}

/** The directed links that a set of groups cuts: all between different groups. */
export function linksBetween(groups: readonly (readonly NodeId[])[]): readonly Link[] {
  const links: Link[] = []
  for (const [index, group] of groups.entries()) {
    for (const [otherIndex, other] of groups.entries()) {
      if (index === otherIndex) continue
      for (const from of group) for (const to of other) links.push({ from, to })
    }
  }
  return links
}

/** The directed links from each of `from` to each of `to`. */
export function linksFromTo(from: readonly NodeId[], to: readonly NodeId[]): readonly Link[] {
  return from.flatMap((a) => to.filter((b) => b !== a).map((b) => ({ from: a, to: b })))
}

/** The directed links between nodes of a circle that are not neighbours in it. */
export function linksAcrossRing(order: readonly NodeId[]): readonly Link[] {
  const count = order.length
  return order.flatMap((from, index) =>
    order
      .filter((_, other) => {
        const distance = (other - index + count) % count
        return distance !== 0 && distance !== 1 && distance !== count - 1
      })
      .map((to) => ({ from, to })),
  )
}
