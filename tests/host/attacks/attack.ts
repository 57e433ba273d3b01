/** A hostile submission, and what must come of it. */
import type { GradeOutcome, SeedOutcome } from '#core'

export interface Attack {
  readonly id: string
  readonly source: string
  /** Any of these; where limits race, either may win. */
  readonly outcomes: readonly GradeOutcome[]
  /** How the first check must end, for attacks that come that far. */
  readonly ends?: SeedOutcome['kind']
  /** What the code said when it threw, which is how it tells what it could reach. */
  readonly says?: RegExp
}

/** A node whose `onStart` is `body`. */
export function inHandler(body: string): string {
  return [
    "import { RaftNode } from 'netsplit/raft'",
    'declare const require: any, module: any, process: any',
    'export class Attacker extends RaftNode {',
    `  onStart() {\n${body}\n  }`,
    '}',
  ].join('\n')
}

/** A file with `body` before an innocent node. */
export function atLoad(body: string): string {
  return `${body}\n${inHandler('')}`
}

/** The prelude hides `Promise` and the compiler refuses `async`; `eval` still reaches it. */
export const HIDDEN_PROMISE = "eval('(async () => {})()').constructor"
