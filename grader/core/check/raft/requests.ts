/** What becomes of a client's request: a leader takes the command, the others say who leads. */

import { jsonFields, sameJson } from '../../json.ts'
import type { EventId, Json, Micros, NodeId, TraceEvent } from '../../trace/event.ts'
import { isCall } from '../../trace/kinds.ts'
import { seconds } from '../../trace/time-text.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim, Violation } from '../claim.ts'
import { printCommand } from '../command-words.ts'
import { prefixAt } from './log-tree.ts'
import type { RaftLogFields } from './raft-log-view.ts'
import { LogFollower, type ShownLog } from './raft-logs.ts'
import { raftState } from './raft-view.ts'

interface Asked {
  readonly event: EventId
  readonly node: NodeId
  /** The leader that it knew of; the empty text for nobody. */
  readonly hint: string
}

/**
 * "If the client's first choice is not the leader, that server will reject the client's
 * request and supply information about the most recent leader it has heard from" (Raft,
 * section 8). In the labs the reason of the refusal is the leader's name, or nothing.
 */
export const refusesAndNamesLeader: Claim = {
  id: 'refuses-and-names-leader',
  sentence: 'A node that does not lead refuses a command at once and names the leader it knows.',
  source: 'Raft, section 8 (client interaction)',
  ask: 'How does a client that asked the wrong node find the right one?',
  monitor() {
    let asked: Asked | undefined
    return {
      onEvent(event, view) {
        const waiting = asked
        if (waiting !== undefined && event.cause === waiting.event) {
          if (event.kind !== 'reply') return undefined
          asked = undefined
          if (event.outcome === 'fail' && event.body === JSON.stringify(waiting.hint)) {
            return undefined
          }
          const deed = event.outcome === 'fail' ? 'refused with' : 'carried it out and answered'
          return refusal(event.id, waiting, `${deed} ${event.body}`)
        }
        // What a network does with a message of this call says nothing of the node yet.
        const isOver = isCall(event) || event.kind === 'crash' || event.kind === 'end'
        if (!isOver) return undefined
        asked = requestOfOther(event, view)
        if (waiting === undefined || event.kind === 'crash') return undefined
        return refusal(event.id, waiting, 'did not answer')
      },
    }
  },
}

/** A request to a node that is up and does not lead. */
function requestOfOther(event: TraceEvent, view: WorldView): Asked | undefined {
  if (event.kind !== 'request') return undefined
  const state = raftState(view.node(event.node))
  if (state === undefined || state.role === 'leader') return undefined
  return { event: event.id, node: event.node, hint: state.leaderId ?? '' }
}

function refusal(event: EventId, { node, hint, event: at }: Asked, what: string): Violation {
  const wanted = hint === '' ? 'nobody' : hint
  return {
    event,
    message: `${node}, which does not lead and knows of ${wanted} as leader, ${what}.`,
    related: [at],
    nodes: [node],
  }
}

interface Taken {
  readonly event: EventId
  readonly at: Micros
  readonly node: NodeId
  readonly term: number
  readonly command: Json
  /** Where its log ended when the request came. */
  readonly from: number
}

/**
 * "If command received from client: append entry to local log" (Raft, Figure 2, Rules for
 * Servers, Leaders). A leader may gather commands for a while; one that loses its term owes
 * nothing any more.
 */
export function leaderTakesCommands(withinMicros: Micros, fields?: RaftLogFields): Claim {
  return {
    id: 'leader-takes-commands',
    sentence: `A leader puts each command that it is asked for into its log, within ${seconds(withinMicros)} s.`,
    source: 'Raft, section 5.3 and Figure 2 (Rules for Servers, Leaders)',
    ask: 'What did the leader do with this command, and where is it now?',
    monitor() {
      const logs = new LogFollower(fields)
      const commands = new Map<number, Json>()
      let owed: readonly Taken[] = []
      return {
        onEvent(event, view) {
          if (event.kind === 'invoke') commands.set(event.operation, JSON.parse(event.body) as Json)
          const after = logs.look(event, view)?.after
          if (after !== undefined) owed = owed.filter((taken) => isOwed(taken, after))
          if (event.kind === 'crash') owed = owed.filter(({ node }) => node !== event.node)
          if (event.kind === 'resume') owed = owed.map((taken) => anew(taken, event))
          const late = owed.find(
            ({ node, at }) => event.at > at + withinMicros && !view.node(node).isPaused,
          )
          if (late !== undefined) return untaken(late, event)
          const request = requestOfLeader(event, view, logs)
          if (request === undefined) return undefined
          owed = [...owed, { ...request, command: commands.get(request.operation) ?? null }]
          return undefined
        },
      }
    },
  }
}

/** A node that is paused can do nothing at all: its time begins when it goes on. */
function anew(taken: Taken, { node, at }: { readonly node: NodeId; readonly at: Micros }): Taken {
  return taken.node === node ? { ...taken, at } : taken
}

/** False once the command is in the log, or the node does not lead that term any more. */
function isOwed({ node, term, command, from }: Taken, after: ShownLog): boolean {
  if (node !== after.node) return true
  if (after.state?.role !== 'leader' || after.state.term !== term) return false
  for (let index = after.log.index; index > from; index--) {
    const entry = prefixAt(after.log, index)
    if (entry?.command !== undefined && isCommand(entry.command, command)) return false
  }
  return true
}

/** True for an entry of this command: it may carry more, such as who asked. */
export function isCommand(entry: Json, command: Json): boolean {
  return sameJson(entry, command) || sameJson(jsonFields(entry)?.command ?? null, command)
}

/** A request to a node that leads, and how long its log is by then. */
export function requestOfLeader(event: TraceEvent, view: WorldView, logs: LogFollower) {
  if (event.kind !== 'request') return undefined
  const shown = logs.shownBy(event.node, view)
  if (shown?.state?.role !== 'leader') return undefined
  const { node, operation, id, at } = event
  return { event: id, at, node, operation, term: shown.state.term, from: shown.log.index }
}

function untaken({ node, term, command, at, event: asked }: Taken, event: TraceEvent): Violation {
  return {
    event: event.id,
    message: `${node}, the leader of term ${term}, was asked for ${printCommand(command)}, and ${seconds(event.at - at)} s later it is not in its log.`,
    related: [asked],
    nodes: [node],
  }
}
