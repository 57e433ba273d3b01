/** Reads what single-decree Paxos acceptors and learners show, and compares ballots. */

import { jsonFields, sameJson } from '../../json.ts'
import type { Json, TraceEvent } from '../../trace/event.ts'
import type { NodeView } from '../../trace/world-view.ts'

/** The watched fields of a Paxos node, for labs that name them otherwise. */
export interface PaxosFields {
  /** The highest ballot that the acceptor promised; null before the first. */
  readonly promised: string
  /** What the acceptor accepted last: `{ ballot, value }`; null before the first. */
  readonly accepted: string
  /** The value that the node knows to be chosen; null while it knows none. */
  readonly decided: string
}

export const PAXOS_FIELDS: PaxosFields = {
  promised: 'promised',
  accepted: 'accepted',
  decided: 'decided',
}

/** A ballot: a number, `[round, node]` or `{ round, node }`; null comes before all others. */
export type Ballot = Json

/** A proposal that an acceptor accepted. */
export interface Accepted {
  readonly ballot: Ballot
  readonly value: Json
}

/** Negative when `a` comes before `b`, 0 when they are equal. */
export function compareBallots(a: Ballot, b: Ballot): number {
  const [left, right] = [partsOf(a), partsOf(b)]
  for (const [at, part] of left.entries()) {
    const other = right[at]
    if (other === undefined) return 1
    if (part === other) continue
    if (typeof part === typeof other) return part < other ? -1 : 1
    return typeof part === 'number' ? -1 : 1
  }
  return left.length - right.length
}

export function laterBallot(a: Ballot, b: Ballot): Ballot {
  return compareBallots(a, b) >= 0 ? a : b
}

/** The parts of a ballot from the most to the least significant. */
function partsOf(ballot: Ballot): readonly (number | string)[] {
  if (typeof ballot === 'number' || typeof ballot === 'string') return [ballot]
  if (Array.isArray(ballot)) return ballot.flatMap(partsOf)
  const fields = jsonFields(ballot)
  if (fields === undefined) return []
  const { round = null, node = null } = fields
  return [...partsOf(round), ...partsOf(node)]
}

/** What the acceptor shows as accepted, or undefined. */
export function acceptedBy(node: NodeView, { accepted }: PaxosFields): Accepted | undefined {
  const { ballot = null, value = null } = jsonFields(node.fields.get(accepted) ?? null) ?? {}
  return ballot === null ? undefined : { ballot, value }
}

/** The ballot that the acceptor shows as promised, or null. */
export function promisedBy(node: NodeView, { promised }: PaxosFields): Ballot {
  return node.fields.get(promised) ?? null
}

/** True when both are the same proposal. */
export function sameProposal(a: Accepted, b: Accepted): boolean {
  return compareBallots(a.ballot, b.ballot) === 0 && sameJson(a.value, b.value)
}

/** The value that this event decides: an applied value, or the watched field. */
export function decisionIn(event: TraceEvent, { decided }: PaxosFields): Json | undefined {
  if (event.kind === 'apply') return JSON.parse(event.value) as Json
  if (event.kind !== 'observe') return undefined
  return event.fields[decided] ?? undefined
}
