/**
 * The runs of a what-if: A is the run that was looked at, and each further one is a fork of
 * one before it. Pure data; who runs them is somebody else's matter.
 */
import { compareRuns, type RunComparison, type Trace } from '#core'
import type { ReplayedRun } from '../../../_run/messages.ts'
import { changeOf } from './script-edit.ts'

export interface ForkedRun {
  /** `A`, `B`, … */
  readonly name: string
  /** The run that it is a fork of; undefined for A. */
  readonly parent: string | undefined
  /** What makes it differ from its parent, in a few words; empty for A. */
  readonly label: string
  readonly script: string
  /** The learner's text that it ran. */
  readonly source: string
  readonly run: ReplayedRun
  readonly trace: Trace
}

export interface RunTree {
  readonly checkId: string
  readonly seed: number
  /** The script of the check itself, where it is known. */
  readonly base?: string
  /** In the order in which they were made. */
  readonly runs: readonly ForkedRun[]
  /** The name of the run that is shown. */
  readonly shown: string
}

/** More than that nobody keeps apart, and each has its whole trace. */
export const RUNS_MAX = 26

type NewRun = Pick<ForkedRun, 'script' | 'source' | 'run' | 'trace'>

/** A tree of one run. */
export function plant(checkId: string, seed: number, first: NewRun): RunTree {
  const run: ForkedRun = { ...first, name: 'A', parent: undefined, label: '' }
  return { checkId, seed, runs: [run], shown: 'A' }
}

/** Adds a fork of the run that is shown, and shows it. Undefined when there are too many. */
export function grow(tree: RunTree, next: NewRun): RunTree | undefined {
  if (tree.runs.length >= RUNS_MAX) return undefined
  const parent = shownRun(tree)
  const name = String.fromCharCode('A'.charCodeAt(0) + tree.runs.length)
  const run: ForkedRun = { ...next, name, parent: parent.name, label: labelOf(parent, next) }
  return { ...tree, runs: [...tree.runs, run], shown: name }
}

export function shownRun(tree: RunTree): ForkedRun {
  return runOf(tree, tree.shown)
}

/** The run of this name, which the tree must have. */
export function runOf(tree: RunTree, name: string): ForkedRun {
  const run = tree.runs.find((one) => one.name === name)
  if (run === undefined) throw new Error(`there is no run ${name}`)
  return run
}

/** From A to the run that is shown. */
export function pathOf(tree: RunTree): readonly ForkedRun[] {
  const path: ForkedRun[] = []
  for (let name: string | undefined = tree.shown; name !== undefined; ) {
    const run = runOf(tree, name)
    path.unshift(run)
    name = run.parent
  }
  return path
}

/** The runs that are not on the way from A to the one that is shown. */
export function asideOf(tree: RunTree): readonly ForkedRun[] {
  const path = new Set(pathOf(tree))
  return tree.runs.filter((run) => !path.has(run))
}

export interface ComparedFork {
  readonly ours: ForkedRun
  readonly theirs: ForkedRun
  readonly comparison: RunComparison
}

/** The run that is shown beside another: by default its parent. Undefined for A alone. */
export function compareShown(tree: RunTree, other?: string): ComparedFork | undefined {
  const theirs = shownRun(tree)
  const name = other ?? theirs.parent
  if (name === undefined || name === theirs.name) return undefined
  const ours = runOf(tree, name)
  return { ours, theirs, comparison: compareRuns(ours.trace, theirs.trace) }
}

function labelOf(parent: ForkedRun, next: NewRun): string {
  const { added, removed } = changeOf(parent.script, next.script)
  const parts = [
    ...added.map((line) => `with ${line}`),
    ...removed.map((line) => `without ${line}`),
  ]
  if (parent.source !== next.source) parts.push('with other code')
  const [first, ...more] = parts
  if (first === undefined) return 'nothing changed'
  return more.length === 0 ? first : `${first}, and ${more.length} more`
}
