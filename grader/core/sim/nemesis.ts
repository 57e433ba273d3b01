/**
 * The nemesis: a script of faults, each at its time. Scripts come from the text
 * form (`nemesis-script.ts`) or from a generator; both give these objects.
 */
import type { Link, Micros, NodeId } from '../trace/event.ts'

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

/** What a crash does to writes that were not yet synced. */
export type UnsyncedWrites = 'lost' | 'kept' | 'prefix'

/** When exactly a crash falls. */
export type CrashMoment =
  | { readonly kind: 'now' }
  /** In the middle of the next handler call, after this many of its effects. */
  | { readonly kind: 'mid-call'; readonly afterEffects: number }
  /** Right after the node next sends a message whose JSON text contains this. */
  | { readonly kind: 'after-send'; readonly containing: string }

export type Fault =
  /** Messages flow inside a group only; endpoints in no group are not touched. */
  | { readonly kind: 'partition'; readonly groups: readonly (readonly NodeId[])[] }
  /** Nothing flows from the first group to the second. */
  | { readonly kind: 'one-way'; readonly from: readonly NodeId[]; readonly to: readonly NodeId[] }
  /** Cuts one node off from all others, clients included. */
  | { readonly kind: 'isolate'; readonly target: Target }
  /** Nothing reaches the node any more; what it sends still arrives. */
  | { readonly kind: 'deafen'; readonly target: Target }
  /** Nothing that the node sends arrives any more; it still hears. */
  | { readonly kind: 'mute'; readonly target: Target }
  /** Ends every cut. */
  | { readonly kind: 'heal' }
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
  /** Messages on this link wait until it is unclogged. */
  | { readonly kind: 'clog'; readonly link: Link }
  | { readonly kind: 'unclog'; readonly link: Link }
  | {
      readonly kind: 'skew'
      readonly target: Target
      readonly offsetMicros: Micros
      readonly driftPpm: number
    }

export interface NemesisStep {
  readonly at: Micros
  readonly fault: Fault
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
