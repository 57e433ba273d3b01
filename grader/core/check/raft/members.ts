/** Who belongs to a Raft cluster whose members change, as its nodes show it. */
import { jsonFields } from '../../json.ts'
import type { Json, NodeId } from '../../trace/event.ts'
import type { NodeView, WorldView } from '../../trace/world-view.ts'

/** Who has a vote, as the node that counts sees it. */
export type Electorate = (node: NodeView, view: WorldView) => readonly NodeId[]

/** A cluster that never changes: every node of the run. */
export const everyNode: Electorate = (_node, view) => view.nodeIds

/**
 * The members that the node shows as `members`: those of the latest configuration in its log,
 * committed or not (Ongaro's dissertation, section 4.1).
 */
export function shownMembers(node: NodeView): readonly NodeId[] {
  return membersIn(node.fields.get('members')) ?? []
}

/** The members that an entry brings, or undefined when it changes none. */
export function entryMembers(entry: Json): readonly NodeId[] | undefined {
  return membersIn(jsonFields(entry)?.members)
}

function membersIn(value: Json | undefined): readonly NodeId[] | undefined {
  if (!Array.isArray(value)) return undefined
  return value.filter((member: Json): member is NodeId => typeof member === 'string')
}
