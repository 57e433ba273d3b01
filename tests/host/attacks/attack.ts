/**
 * What an attack is, and how its source is written: a submission to the election step of
 * the Raft lab, whole or as a patch on the reference solution.
 */
import type { GradeOutcome, SeedOutcome } from '#core'
import { REFERENCE } from '../sandbox-fixture.ts'

/** How a grading ended: how its first check did, or what cut it short. */
export type Ending =
  | SeedOutcome['kind']
  | Exclude<GradeOutcome, 'passed' | 'failed' | 'unknown' | 'our-fault'>

/** What a grading of code that does not do its work may come to. */
export type Fall = Exclude<Ending, 'pass'>

interface Attempt {
  /** Unique in the corpus. */
  readonly id: string
  /** What is tried, in a few words. */
  readonly title: string
  readonly source: string
  /** What the code, or the grader, says at the end: how code tells what it could reach. */
  readonly says?: RegExp
  /** `in full`: it has to reach a limit of time or memory, and others of its class stand for it. */
  readonly runs?: 'in full'
}

/** A hostile submission and what must come of it; where limits race, either may win. */
export type Attack = Attempt &
  (
    | { readonly expected: readonly Fall[]; readonly isHonest?: false }
    /** The nodes still elect as they should, whatever else they do: a pass is right. */
    | { readonly expected: readonly Ending[]; readonly isHonest: true }
  )

/** The end of code that computes or allocates without end. */
export const TIME: readonly Fall[] = ['time-limit']
/** Code that allocates may find the clock before it finds the limit of memory. */
export const MEMORY: readonly Fall[] = ['memory-limit', 'time-limit']

/** An attack that comes to one of these ends. */
export function ends(
  id: string,
  title: string,
  source: string,
  expected: readonly Fall[],
  says?: RegExp,
): Attack {
  return { id, title, source, expected, ...(says === undefined ? {} : { says }) }
}

const HEAD = "import { Node, RaftNode } from 'netsplit/raft'"

/** A node whose `onStart` is `body`. */
export function inHandler(body: string): string {
  return inNode(`onStart() {\n${body}\n}`)
}

/** A node of these members. */
export function inNode(members: string): string {
  return `${HEAD}\nexport class Attacker extends RaftNode {\n${members}\n}`
}

/** A file with `body` before an innocent node that does nothing. */
export function atLoad(body: string): string {
  return `${HEAD}\n${body}\nexport class Idle extends RaftNode {}`
}

/** A node that throws the text of `expression`: how code tells what it sees. */
export function tells(expression: string): string {
  return inHandler(`throw new Error(String(${expression}))`)
}

/** The reference solution with `body` before it. */
export function honestAfter(body: string): string {
  return `${body}\n${REFERENCE}`
}

/** The reference solution with `body` at the start of its `onStart`. */
export function honestWith(body: string): string {
  return patched('  onStart() {\n', `  onStart() {\n${body}\n`)
}

/** The reference solution with one text replaced, which must occur exactly once. */
export function patched(find: string, replace: string): string {
  const [before, after, ...more] = REFERENCE.split(find)
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`the reference solution has not exactly one ${JSON.stringify(find)}`)
  }
  return before + replace + after
}

/** The prelude hides `Promise` and the compiler refuses `async`; `eval` still reaches it. */
export const HIDDEN_PROMISE = "(0, eval)('(async () => {})()').constructor"
