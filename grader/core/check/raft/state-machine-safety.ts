/** What is handed to the state machines: the same entries, in order, and only committed ones. */

import { jsonFields, sameJson } from '../../json.ts'
import type { EventId, Json, NodeId, TraceEvent } from '../../trace/event.ts'
import type { Claim, Violation } from '../claim.ts'
import { printCommand } from '../command-words.ts'
import { prefixAt } from './log-tree.ts'
import type { RaftLogFields } from './raft-log-view.ts'
import { LogFollower } from './raft-logs.ts'

/** An entry that a node handed to its application. */
interface Applied {
  readonly node: NodeId
  readonly event: EventId
  readonly index: number
  readonly command: Json
}

/**
 * How an applied value tells its index.
 *
 * - `told`: the value is `{ index, command }`.
 * - `counted`: the value is the command; a node applies from index 1 on each time it
 *   starts. For labs without snapshots.
 */
export type AppliedForm = 'told' | 'counted'

/** Reads `apply` events; one for each monitor. */
class AppliedReader {
  readonly #form: AppliedForm
  readonly #counts = new Map<NodeId, number>()

  constructor(form: AppliedForm) {
    this.#form = form
  }

  read(event: TraceEvent): Applied | undefined {
    if (event.kind === 'crash') this.#counts.delete(event.node)
    if (event.kind !== 'apply') return undefined
    const { node, id } = event
    const value = JSON.parse(event.value) as Json
    if (this.#form === 'counted') {
      const index = (this.#counts.get(node) ?? 0) + 1
      this.#counts.set(node, index)
      return { node, event: id, index, command: value }
    }
    const { index, command = null } = jsonFields(value) ?? {}
    return typeof index === 'number' ? { node, event: id, index, command } : undefined
  }
}

/** State Machine Safety (Raft, Figure 3 and section 5.4.3). */
export function stateMachineSafety(form: AppliedForm = 'told'): Claim {
  return {
    id: 'state-machine-safety',
    sentence: 'No two nodes ever apply different commands at one index.',
    source: 'Raft, Figure 3 (State Machine Safety) and section 5.4.3',
    ask: 'How sure was each of the two that its entry would stay when it applied it?',
    monitor() {
      const reader = new AppliedReader(form)
      const firsts = new Map<number, Applied>()
      return {
        kinds: ['apply', 'crash'],
        onEvent(event) {
          const applied = reader.read(event)
          if (applied === undefined) return undefined
          const first = firsts.get(applied.index)
          if (first === undefined) firsts.set(applied.index, applied)
          if (first === undefined || sameJson(first.command, applied.command)) return undefined
          return {
            event: event.id,
            message:
              `${applied.node} applied ${printCommand(applied.command)} at index ${applied.index}, ` +
              `where ${name(first.node, applied.node)} had applied ${printCommand(first.command)}.`,
            related: [first.event],
            nodes: [...new Set([first.node, applied.node])],
          } satisfies Violation
        },
      }
    },
  }
}

function name(other: NodeId, node: NodeId): string {
  return other === node ? 'it' : other
}

/**
 * "If commitIndex > lastApplied: increment lastApplied, apply log[lastApplied]" (Figure
 * 2): one after the other. A node may begin anew after a start, and behind a snapshot.
 */
export function appliesInOrder(fields?: RaftLogFields): Claim {
  return {
    id: 'applies-in-order',
    sentence: 'A node applies the entries one after the other, without gaps or repeats.',
    source: 'Raft, Figure 2 (Rules for Servers, All Servers) and section 7',
    ask: 'Where does the node keep what it has applied so far, and when does that change?',
    monitor() {
      const logs = new LogFollower(fields)
      const reader = new AppliedReader('told')
      const last = new Map<NodeId, Applied>()
      /** The handler call in which a node last showed its fields. */
      const shownIn = new Map<NodeId, EventId>()
      return {
        kinds: ['observe', 'crash', 'apply'],
        onEvent(event, view) {
          logs.look(event, view)
          if (event.kind === 'crash') last.delete(event.node)
          if (event.kind === 'observe') shownIn.set(event.node, event.cause)
          const applied = reader.read(event)
          if (applied === undefined) return undefined
          const { node, index } = applied
          const before = last.get(node)
          last.set(node, applied)
          const expected = (before?.index ?? 0) + 1
          const snapshotIndex = logs.shownBy(node, view)?.snapshotIndex ?? 0
          const isSameCall = shownIn.get(node) === event.cause
          if (index === expected || mayFollow(applied, expected, { snapshotIndex, isSameCall })) {
            return undefined
          }
          return {
            event: event.id,
            message: `${node} applied index ${index} where index ${expected} was next.`,
            related: before === undefined ? [] : [before.event],
            nodes: [node],
          } satisfies Violation
        },
      }
    },
  }
}

/**
 * A snapshot brings the state up to its last entry: what comes next lies right behind it. The
 * call that shows the snapshot may apply entries first and take the snapshot of them then.
 */
function mayFollow(
  { index }: Applied,
  expected: number,
  { snapshotIndex, isSameCall }: { readonly snapshotIndex: number; readonly isSameCall: boolean },
): boolean {
  if (index < expected) return false
  return index === snapshotIndex + 1 || (isSameCall && index <= snapshotIndex)
}

/** An entry is applied when it is committed, not before, and as the log has it (Figure 2). */
export function appliesOnlyCommitted(form: AppliedForm = 'told', fields?: RaftLogFields): Claim {
  return {
    id: 'applies-only-committed',
    sentence: 'A node applies only entries that it knows to be committed, as its log has them.',
    source: 'Raft, section 5.3 and Figure 2 (Rules for Servers, All Servers)',
    ask: 'What could still happen to this entry at the moment when it was applied?',
    monitor() {
      const logs = new LogFollower(fields)
      const reader = new AppliedReader(form)
      return {
        kinds: ['observe', 'crash', 'apply'],
        onEvent(event, view) {
          logs.look(event, view)
          const applied = reader.read(event)
          const shown = applied === undefined ? undefined : logs.shownBy(applied.node, view)
          if (applied === undefined || shown === undefined) return undefined
          const message = objection(
            applied,
            shown.commitIndex,
            prefixAt(shown.log, applied.index)?.command,
          )
          if (message === undefined) return undefined
          return { event: event.id, message, related: [shown.event], nodes: [applied.node] }
        },
      }
    },
  }
}

function objection(
  { node, index, command }: Applied,
  commitIndex: number,
  own: Json | undefined,
): string | undefined {
  if (index > commitIndex) {
    return `${node} applied index ${index} while its commitIndex was ${commitIndex}.`
  }
  if (own === undefined || sameJson(own, command)) return undefined
  return `${node} applied ${printCommand(command)} at index ${index}, where its log has ${printCommand(own)}.`
}
