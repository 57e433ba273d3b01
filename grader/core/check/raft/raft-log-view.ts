/**
 * Reads the log that a node shows: its entries, how far it is committed and applied, and
 * the snapshot that it starts from. What does not fit is told in words, because claims
 * about a log that nobody can read would hold for the wrong reason.
 */

import { jsonFields, printJson } from '../../json.ts'
import type { Json } from '../../trace/event.ts'
import type { NodeView } from '../../trace/world-view.ts'

/** The watched fields that hold the log, for labs that name them otherwise. */
export interface RaftLogFields {
  /** `[{ term, command }, …]`: the entries after the snapshot, oldest first. */
  readonly log: string
  /** Index of the newest entry known to be committed; entries count from 1. */
  readonly commitIndex: string
  /** Index of the newest entry handed to the application. */
  readonly lastApplied: string
  /** Index and term of the last entry that the snapshot replaced; 0 without one. */
  readonly snapshotIndex: string
  readonly snapshotTerm: string
}

/** The names of Raft, Figure 2 (and of Figure 13 for snapshots, in short). */
export const RAFT_LOG_FIELDS: RaftLogFields = {
  log: 'log',
  commitIndex: 'commitIndex',
  lastApplied: 'lastApplied',
  snapshotIndex: 'snapshotIndex',
  snapshotTerm: 'snapshotTerm',
}

export interface RaftEntry {
  readonly term: number
  readonly command: Json
}

/** What a node shows of its log. */
export interface RaftLogView {
  /** Entries after the snapshot; read one with `entryOf`. */
  readonly entries: readonly Json[]
  readonly commitIndex: number
  readonly lastApplied: number
  readonly snapshotIndex: number
  readonly snapshotTerm: number
}

/**
 * The log that a node shows. An index that is not shown is 0, so that a lab need not watch
 * what it does not have yet; a log that is not shown, or anything of the wrong form, is
 * told as a sentence without a full stop.
 */
export function raftLogView(node: NodeView, fields: RaftLogFields): RaftLogView | string {
  const entries = node.fields.get(fields.log)
  if (!Array.isArray(entries)) {
    // Most often a class of an earlier step, whose base class had no log.
    if (entries === undefined) {
      return `${node.id} shows no "${fields.log}"; its class should extend the one that this step imports`
    }
    return `${node.id} shows ${printJson(entries)} as "${fields.log}", which should be a list of entries`
  }
  const indexes = { commitIndex: 0, lastApplied: 0, snapshotIndex: 0, snapshotTerm: 0 }
  for (const name of INDEXES) {
    const value = node.fields.get(fields[name]) ?? 0
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
      return `${node.id} shows ${printJson(value)} as "${fields[name]}", which should be a whole number`
    }
    indexes[name] = value
  }
  return { entries: entries as readonly Json[], ...indexes }
}

const INDEXES = ['commitIndex', 'lastApplied', 'snapshotIndex', 'snapshotTerm'] as const

/** The entry, or undefined when it has no term. */
export function entryOf(value: Json): RaftEntry | undefined {
  const { term, command = null } = jsonFields(value) ?? {}
  if (typeof term !== 'number' || !Number.isSafeInteger(term) || term < 0) return undefined
  return { term, command }
}
