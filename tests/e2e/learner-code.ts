/** Code as learners hand it in: one text for each way in which a run or a grading can end. */
import { readFileSync } from 'node:fs'
import { mutant as twoVotes } from '#labs/raft/steps/03-election/mutants/R01-two-votes.ts'

export const SOLUTION = readFileSync('labs/raft/steps/03-election/solution.ts', 'utf8')

/** A node votes for whoever asks, for two candidates of one term as well. */
export const WRONG = twoVotes.patch.reduce(
  (source, { find, replace }) => changed(source, find, replace),
  SOLUTION,
)

/** A node leads with two votes, whatever the size of the cluster. */
export const TWO_VOTES = changed(SOLUTION, 'this.votes.size < this.majority', 'this.votes.size < 2')

export const THREW = inStart("if (this.id === 'n2') throw new Error('not today')")

export const NEVER_RETURNS = inTimer('for (;;) {}')

/** For the grader only: a browser has no bound of memory that a page could set. */
export const HOARDS = inTimer(
  'const all: unknown[] = []; for (;;) all.push(new Array(1e5).fill(1))',
)

export const NOT_DETERMINISTIC = inStart(
  'const all = globalThis as any; all.starts = (all.starts ?? 0) + 1; this.note(`${all.starts}`)',
)

/** A timer of no time, which sets itself again: the clock stands still. */
export const OVER_BUDGET = inTimer(
  "if (name === 'spin') return this.setTimer('spin', 0)",
  inStart("this.setTimer('spin', 0)"),
)

export const DOES_NOT_COMPILE = changed(
  SOLUTION,
  'onTimer(name: string) {',
  'onTimer(name: string {',
)

/** It runs, and the compiler does not like it. */
export const WRONG_TYPES = inStart('this.note(12)')

/** From 1: where this text first occurs. */
export function lineOf(source: string, text: string): number {
  return source.split('\n').findIndex((line) => line.includes(text)) + 1
}

function inStart(code: string, source = SOLUTION): string {
  return changed(source, 'onStart() {', `onStart() {\n    ${code}`)
}

function inTimer(code: string, source = SOLUTION): string {
  return changed(source, 'onTimer(name: string) {', `onTimer(name: string) {\n    ${code}`)
}

/** The reference may be written anew one day; then these must be, too. */
function changed(source: string, find: string, replace: string): string {
  if (!source.includes(find)) throw new Error(`the reference has no “${find}” any more`)
  return source.replace(find, () => replace)
}
