/**
 * All that a trace tells about one node at the cursor, beside what it was before the node's
 * latest step: state, disk, timers, messages on their way to it, its notes.
 */
import {
  type ClusterState,
  type EventId,
  type Json,
  type MessageId,
  type Micros,
  type NodeId,
  siteOf,
  type Timeline,
  type Trace,
} from '#core'
import { eventsOf, type Group, type Grouping } from '../groups.ts'
import { typeOf } from '../letters.ts'
import { type Branch, diffJson } from './json-diff.ts'

export interface Waiting {
  readonly message: MessageId
  readonly type: string
  readonly from: NodeId
  readonly sentBy: EventId
  readonly sentAt: Micros
}

export interface PendingTimer {
  readonly name: string
  readonly setAt: Micros
  /** When it runs out, as its own clock has it: exact where the clock runs true. */
  readonly dueAt: Micros
  readonly isNew: boolean
}

export interface NodeReport {
  readonly id: NodeId
  readonly condition: 'up' | 'down' | 'paused'
  /** The step to which everything is compared; undefined before the node did anything. */
  readonly changedBy: EventId | undefined
  /** True when that step is the one at the cursor. */
  readonly isAtCursor: boolean
  /** The watched fields, compared with how they were before the step. */
  readonly state: readonly Branch[]
  readonly inbox: readonly Waiting[]
  readonly timers: readonly PendingTimer[]
  readonly disk: {
    readonly durable: readonly Branch[]
    /** Writes that a crash may still lose, in order. */
    readonly buffered: readonly { readonly key: string; readonly value: string }[]
  }
  /** How far its clock is off, and how fast it runs. */
  readonly clock: { readonly offsetMicros: Micros; readonly driftPpm: number }
}

export interface ReportOptions {
  readonly trace: Trace
  readonly timeline: Timeline
  readonly grouping: Grouping
  readonly cursor: EventId
}

/** The node after the step at the cursor. */
export function reportOnNode(id: NodeId, options: ReportOptions): NodeReport {
  const { timeline, grouping, cursor } = options
  const here = groupAt(grouping, cursor)
  const end = here === undefined ? cursor : endOf(here)
  const latest = latestGroupOf(id, { ...options, cursor: end })
  const after = timeline.after(end)
  const before = timeline.after((latest?.lead.id ?? 0) - 1)
  const { isUp, isPaused } = after.world.node(id)
  const machine = after.machine(id)
  return {
    id,
    condition: isPaused ? 'paused' : isUp ? 'up' : 'down',
    changedBy: latest?.lead.id,
    isAtCursor: latest !== undefined && latest === here,
    state: branchesOf(fieldsOf(before, id), fieldsOf(after, id)),
    inbox: inboxOf(after, id),
    timers: timersOf(before, after, id),
    disk: {
      durable: branchesOf(durableOf(before, id), durableOf(after, id)),
      buffered: machine.unsynced,
    },
    clock: machine.clock,
  }
}

/** The group to which an event belongs. */
export function groupAt({ groups, groupOf }: Grouping, event: EventId): Group | undefined {
  return groups[groupOf[event] ?? -1]
}

function endOf(group: Group): EventId {
  return eventsOf(group).at(-1)?.id ?? group.lead.id
}

/** The last step of a node up to the cursor. */
function latestGroupOf(
  id: NodeId,
  { trace, grouping, cursor }: Pick<ReportOptions, 'trace' | 'grouping' | 'cursor'>,
): Group | undefined {
  for (let at = Math.min(cursor, trace.events.length - 1); at >= 0; at--) {
    const event = trace.events[at]
    if (event !== undefined && siteOf(event) === id) return groupAt(grouping, at)
  }
  return undefined
}

type Values = ReadonlyMap<string, Json>

function fieldsOf(state: ClusterState, id: NodeId): Values {
  return state.world.node(id).fields
}

function durableOf(state: ClusterState, id: NodeId): Values {
  const { durable } = state.machine(id)
  return new Map([...durable].map(([key, text]) => [key, storedValue(text)]))
}

/** What a disk holds is JSON text; a torn write left nothing that can be read. */
function storedValue(text: string): Json {
  if (text === '') return TORN
  try {
    return JSON.parse(text) as Json
  } catch {
    return text
  }
}

const TORN = '(torn: unreadable)'

function branchesOf(before: Values, after: Values): readonly Branch[] {
  const names = new Set([...after.keys(), ...before.keys()])
  return [...names].map((name) => diffJson(name, before.get(name), after.get(name)))
}

function inboxOf({ underWay, world }: ClusterState, id: NodeId): readonly Waiting[] {
  return [...underWay]
    .map((message) => world.message(message))
    .filter(({ to }) => to === id)
    .map(({ message, from, sentBy, sentAt, body }) => ({
      message,
      type: typeOf(body),
      from,
      sentBy,
      sentAt,
    }))
}

function timersOf(before: ClusterState, after: ClusterState, id: NodeId): readonly PendingTimer[] {
  const { timers, clock } = after.machine(id)
  const old = before.machine(id).timers
  const pace = 1 + clock.driftPpm / 1_000_000
  return [...timers]
    .map(([name, { setAt, delayMicros }]) => ({
      name,
      setAt,
      dueAt: setAt + Math.round(delayMicros / pace),
      isNew: old.get(name)?.setAt !== setAt,
    }))
    .sort((a, b) => a.dueAt - b.dueAt)
}
