/** Bounded liveness of replication: what a leader takes gets everywhere, and logs become one. */

import type { EventId, Json, Micros, NodeId, TraceEvent } from '../../trace/event.ts'
import { seconds } from '../../trace/time-text.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim, Violation } from '../claim.ts'
import { printCommand } from '../command-words.ts'
import { type LogPrefix, mayHold, prefixAt } from './log-tree.ts'
import type { RaftLogFields } from './raft-log-view.ts'
import { LogFollower, type ShownLog } from './raft-logs.ts'
import { majorityOf } from './raft-view.ts'
import { isCommand, requestOfLeader } from './requests.ts'

export interface CommandsReach {
  readonly id: string
  readonly sentence: string
  readonly ask: string
  /** What must have happened to the command: it is in the log, or taken for committed. */
  readonly state: 'stored' | 'committed'
  /** By whom: every node, or a majority of the cluster. */
  readonly by: 'all' | 'majority'
  /** From when on requests count: the liveness phase, or a moment of the run. */
  readonly after: 'liveness' | Micros
  readonly withinMicros: Micros
}

interface Taken {
  readonly event: EventId
  readonly at: Micros
  readonly leader: NodeId
  readonly term: number
  readonly command: Json
}

/**
 * A command that a leader is asked for gets to the others in time, as long as it stays the
 * leader and can reach as many nodes as are wanted (Raft, sections 5.3 and 5.6: progress
 * while a majority can talk).
 */
export function commandsReach(options: CommandsReach, fields?: RaftLogFields): Claim {
  const { id, sentence, ask } = options
  return {
    id,
    sentence,
    source: 'Raft, sections 5.3 and 5.6',
    ask,
    monitor({ nodes }) {
      const logs = new LogFollower(fields)
      const wanted = options.by === 'all' ? nodes.length : majorityOf(nodes)
      const commands = new Map<number, Json>()
      let start: Micros | undefined = options.after === 'liveness' ? undefined : options.after
      let pending: readonly Taken[] = []
      return {
        onEvent(event, view) {
          if (event.kind === 'invoke') commands.set(event.operation, JSON.parse(event.body) as Json)
          if (event.kind === 'phase') start ??= event.at
          const after = logs.look(event, view)?.after
          if (after !== undefined) pending = pending.filter((taken) => isLed(taken, after))
          if (isSetback(event)) {
            pending = pending.filter(({ leader }) => reachable(leader, view) >= wanted)
          }
          const due = pending[0]
          if (due !== undefined && event.at > due.at + options.withinMicros) {
            pending = pending.slice(1)
            const having = nodes.filter((node) => has(node, due, options.state, logs, view))
            if (having.length < wanted) return late(event, due, options, having)
          }
          if (start === undefined || event.at < start) return undefined
          const request = requestOfLeader(event, view, logs)
          if (request === undefined || reachable(request.node, view) < wanted) return undefined
          const { node: leader, operation } = request
          pending = [...pending, { ...request, leader, command: commands.get(operation) ?? null }]
          return undefined
        },
      }
    },
  }
}

/** A fault after which fewer nodes may hear a leader. */
function isSetback({ kind }: TraceEvent): boolean {
  return kind === 'cut' || kind === 'crash' || kind === 'pause'
}

/** How many nodes can do something and talk to this one both ways, itself included. */
function reachable(id: NodeId, view: WorldView): number {
  const lost = new Set<NodeId>()
  for (const { links } of view.cuts.values()) {
    for (const { from, to } of links) {
      if (from === id) lost.add(to)
      if (to === id) lost.add(from)
    }
  }
  const able = [...view.nodes()].filter((node) => node.isUp && !node.isPaused && !lost.has(node.id))
  return able.some((node) => node.id === id) ? able.length : 0
}

/** False once whoever took it does not lead that term any more. */
function isLed({ leader, term }: Taken, { node, state }: ShownLog): boolean {
  return node !== leader || (state?.role === 'leader' && state.term === term)
}

function has(
  node: NodeId,
  { leader, command }: Taken,
  state: CommandsReach['state'],
  logs: LogFollower,
  view: WorldView,
): boolean {
  const entry = entryOf(command, logs.shownBy(leader, view)?.log)
  const own = logs.shownBy(node, view)
  if (entry === undefined || own === undefined || !mayHold(own.log, entry)) return false
  return state === 'stored' || own.commitIndex >= entry.index
}

/** The newest entry with this command. */
function entryOf(command: Json, log: LogPrefix | undefined): LogPrefix | undefined {
  let entry = log
  while (entry?.command !== undefined && !isCommand(entry.command, command)) entry = entry.parent
  return entry?.command === undefined ? undefined : entry
}

function late(
  event: TraceEvent,
  { leader, command, at, event: asked }: Taken,
  { state }: CommandsReach,
  having: readonly NodeId[],
): Violation {
  const who = having.length === 0 ? 'nobody' : `only ${having.join(', ')}`
  const what = state === 'stored' ? 'had stored it' : 'had taken it for committed'
  return {
    event: event.id,
    message: `${leader} was asked for ${printCommand(command)}, and ${seconds(event.at - at)} s later ${who} ${what}.`,
    related: [asked],
    nodes: [leader],
  }
}

/** The run had all its time. */
function isOver(event: TraceEvent): boolean {
  return event.kind === 'end' && (event.reason === 'horizon' || event.reason === 'idle')
}

export interface LogsBecomeEqual {
  /** Without a request. */
  readonly quietMicros: Micros
  /** Since everything was healed: time to elect a leader, and to repair. */
  readonly healedMicros: Micros
}

/**
 * Log Matching brings all logs together in the end: the leader's heartbeats find what
 * differs and repair it, without any new command (Raft, section 5.3). Judged when the run
 * is over, if by then nothing was wrong, and nobody asked for anything, for so long.
 */
export function logsBecomeEqual(options: LogsBecomeEqual, fields?: RaftLogFields): Claim {
  const { quietMicros, healedMicros } = options
  return {
    id: 'logs-become-equal',
    sentence: `Once nothing is wrong and clients are quiet for ${seconds(quietMicros)} s, all logs are equal.`,
    source: 'Raft, section 5.3 (the leader brings followers’ logs in line with its own)',
    ask: 'How does the leader find out that a follower’s log is not like its own?',
    monitor({ nodes }) {
      const logs = new LogFollower(fields)
      let lastUnrest = { event: -1, at: 0 }
      let healedAt: Micros = Number.POSITIVE_INFINITY
      return {
        kinds: ['observe', 'crash', 'request', 'phase', 'end'],
        onEvent(event, view) {
          logs.look(event, view)
          if (event.kind === 'request' || event.kind === 'phase') {
            lastUnrest = { event: event.id, at: event.at }
          }
          if (event.kind === 'phase') healedAt = event.at
          const isQuiet = event.at >= lastUnrest.at + quietMicros
          if (!isOver(event) || !isQuiet || event.at < healedAt + healedMicros) return undefined
          const shown = nodes.map((node) => logs.shownBy(node, view))
          const longest = shown.reduce((a, b) =>
            (b?.log.index ?? 0) > (a?.log.index ?? 0) ? b : a,
          )
          const other = shown.find(
            (log) => log !== undefined && longest !== undefined && !isSame(log, longest),
          )
          if (other === undefined || longest === undefined) return undefined
          return {
            event: event.id,
            message: `${describe(longest, other)}, ${seconds(event.at - lastUnrest.at)} s after the last disturbance.`,
            related: lastUnrest.event < 0 ? [] : [lastUnrest.event],
            nodes: [longest.node, other.node],
          }
        },
      }
    },
  }
}

function isSame({ log: a }: ShownLog, { log: b }: ShownLog): boolean {
  return a.index === b.index && mayHold(a, b)
}

function describe({ node, log }: ShownLog, other: ShownLog): string {
  const theirs = other.log.index
  if (theirs < log.index && prefixAt(log, theirs) === other.log) {
    return `${other.node} has ${entries(theirs)} and ${node} has ${entries(log.index)}`
  }
  return `${other.node} and ${node} still have different entries in their logs of ${theirs} and ${log.index}`
}

function entries(count: number): string {
  return count === 1 ? 'one entry' : `${count} entries`
}
