/**
 * Follows the logs of all nodes through a trace. A log is compared with what the same
 * node showed before, once however many claims ask, and only the entries behind the first
 * change are read anew.
 */

import { sameJson } from '../../json.ts'
import type { EventId, Json, NodeId, TraceEvent } from '../../trace/event.ts'
import type { WorldView } from '../../trace/world-view.ts'
import { type LogPrefix, LogTree, prefixAt } from './log-tree.ts'
import {
  entryOf,
  RAFT_LOG_FIELDS,
  type RaftLogFields,
  type RaftLogView,
  raftLogView,
} from './raft-log-view.ts'
import { type RaftState, raftState } from './raft-view.ts'

/** What a node showed of its log at one event. */
export interface ShownLog {
  readonly node: NodeId
  readonly event: EventId
  readonly state: RaftState | undefined
  /** The whole log; what a snapshot replaced counts as part of it. */
  readonly log: LogPrefix
  readonly commitIndex: number
  readonly lastApplied: number
  readonly snapshotIndex: number
}

/** One look at a node that shows its fields. */
export interface LogChange {
  /** What this incarnation of the node showed before; undefined at its first look. */
  readonly before: ShownLog | undefined
  readonly after: ShownLog
  /** Prefixes that the node did not hold before, shortest first. */
  readonly added: readonly LogPrefix[]
}

/** A leader that takes more for committed than it did. */
interface LeaderCommit {
  readonly before: ShownLog
  readonly after: ShownLog
  /** What it takes for committed now, as far as its log reaches. */
  readonly committed: LogPrefix
}

/** What a leader takes for committed at this look and did not before, if anything. */
export function leaderCommit(change: LogChange | undefined): LeaderCommit | undefined {
  if (change?.before === undefined || change.after.state?.role !== 'leader') return undefined
  const { before, after } = change
  if (after.commitIndex <= before.commitIndex) return undefined
  const committed = prefixAt(after.log, Math.min(after.commitIndex, after.log.index))
  if (committed === undefined || committed.index <= before.commitIndex) return undefined
  return { before, after, committed }
}

interface Memory {
  readonly shown: ShownLog
  /** As they came with the event; the same array as long as the log was not shown again. */
  readonly entries: readonly Json[]
  /** What the snapshot stands for, and the prefix that ends in each entry after it. */
  readonly base: LogPrefix
  readonly path: LogPrefix[]
}

/** The logs of one run. */
class RaftLogs {
  readonly #tree = new LogTree()
  readonly #fields: RaftLogFields
  readonly #memories = new Map<NodeId, Memory>()
  readonly #lastShown = new Map<NodeId, ShownLog>()
  #event: EventId = -1
  #change: LogChange | undefined
  #problem: string | undefined

  constructor(fields: RaftLogFields) {
    this.#fields = fields
  }

  look(
    event: TraceEvent & { readonly kind: 'observe' | 'crash' },
    view: WorldView,
  ): LogChange | undefined {
    if (event.id === this.#event) return this.#change
    this.#event = event.id
    this.#change = undefined
    this.#problem = undefined
    if (event.kind === 'crash') this.#memories.delete(event.node)
    else this.#change = this.#read(event.id, event.node, view)
    return this.#change
  }

  problem(
    event: TraceEvent & { readonly kind: 'observe' | 'crash' },
    view: WorldView,
  ): string | undefined {
    this.look(event, view)
    return this.#problem
  }

  shownBy(node: NodeId): ShownLog | undefined {
    return this.#memories.get(node)?.shown
  }

  lastShown(): IterableIterator<ShownLog> {
    return this.#lastShown.values()
  }

  #read(event: EventId, node: NodeId, view: WorldView): LogChange | undefined {
    const shown = raftLogView(view.node(node), this.#fields)
    if (typeof shown === 'string') {
      this.#problem = shown
      return undefined
    }
    const memory = this.#memories.get(node)
    const { base, path } = this.#startOf(shown, memory)
    const isSame = memory?.entries === shown.entries && memory.base === base
    const added = isSame ? [] : this.#follow(node, shown.entries, base, path)
    if (added === undefined) return undefined
    const { commitIndex, lastApplied, snapshotIndex } = shown
    const state = raftState(view.node(node))
    const log = path.at(-1) ?? base
    const after = { node, event, state, log, commitIndex, lastApplied, snapshotIndex }
    this.#memories.set(node, { shown: after, entries: shown.entries, base, path })
    this.#lastShown.set(node, after)
    return { before: memory?.shown, after, added }
  }

  /** Where the shown entries begin, and the prefixes known from there on. */
  #startOf(
    { snapshotIndex, snapshotTerm }: RaftLogView,
    memory: Memory | undefined,
  ): { readonly base: LogPrefix; readonly path: LogPrefix[] } {
    if (memory !== undefined) {
      const { base, path } = memory
      const ahead = snapshotIndex - base.index
      if (ahead === 0 && (snapshotIndex === 0 || base.term === snapshotTerm)) return { base, path }
      const own = path[ahead - 1]
      if (own?.term === snapshotTerm) return { base: own, path: path.slice(ahead) }
    }
    return { base: this.#tree.snapshot(snapshotIndex, snapshotTerm), path: [] }
  }

  /** Brings `path` in line with the entries; returns the prefixes that are new to it. */
  #follow(
    node: NodeId,
    entries: readonly Json[],
    base: LogPrefix,
    path: LogPrefix[],
  ): readonly LogPrefix[] | undefined {
    const parsed: LogPrefix[] = []
    let kept = 0
    let isKept = true
    for (const [at, value] of entries.entries()) {
      const entry = entryOf(value)
      if (entry === undefined) {
        const index = base.index + at + 1
        this.#problem = `${node} shows an entry without a term at index ${index}, which should be { term, command }`
        return undefined
      }
      const old: LogPrefix | undefined = isKept ? path[at] : undefined
      isKept = old?.term === entry.term && sameJson(old.command ?? null, entry.command)
      if (isKept) kept++
      else
        parsed.push(
          this.#tree.extend(parsed.at(-1) ?? path[at - 1] ?? base, entry.term, entry.command),
        )
    }
    path.splice(kept, path.length - kept, ...parsed)
    return parsed
  }
}

const shared = new WeakMap<WorldView, Map<RaftLogFields, RaftLogs>>()

/** The logs of the run that `view` follows: one for all claims that read the same fields. */
function sharedLogs(view: WorldView, fields: RaftLogFields): RaftLogs {
  const known = shared.get(view) ?? new Map<RaftLogFields, RaftLogs>()
  shared.set(view, known)
  const logs = known.get(fields) ?? new RaftLogs(fields)
  known.set(fields, logs)
  return logs
}

/** A monitor's own door to the logs of its run; it must be shown every event. */
export class LogFollower {
  readonly #fields: RaftLogFields
  #view: WorldView | undefined
  #logs: RaftLogs | undefined

  constructor(fields: RaftLogFields = RAFT_LOG_FIELDS) {
    this.#fields = fields
  }

  /** Takes an event into account; says what changed when it shows the fields of a node. */
  look(event: TraceEvent, view: WorldView): LogChange | undefined {
    if (event.kind !== 'observe' && event.kind !== 'crash') return undefined
    return this.#of(view).look(event, view)
  }

  /** Why the log that this event shows could not be read. */
  problem(event: TraceEvent, view: WorldView): string | undefined {
    if (event.kind !== 'observe' && event.kind !== 'crash') return undefined
    return this.#of(view).problem(event, view)
  }

  /** What the node shows now; undefined while it is down or shows no log. */
  shownBy(node: NodeId, view: WorldView): ShownLog | undefined {
    return this.#of(view).shownBy(node)
  }

  /** What each node showed last, those included that are down since. */
  lastShown(view: WorldView): IterableIterator<ShownLog> {
    return this.#of(view).lastShown()
  }

  #of(view: WorldView): RaftLogs {
    if (this.#logs === undefined || view !== this.#view) {
      this.#view = view
      this.#logs = sharedLogs(view, this.#fields)
    }
    return this.#logs
  }
}
