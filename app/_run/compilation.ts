/** What compiling a learner's TypeScript gives, and how positions map back to it. */
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping'
import type { SeedOutcome } from '#core'

/** Something that the compiler says about the learner's text. */
export interface Problem {
  /** From 1. */
  readonly line: number
  /** From 1. */
  readonly column: number
  readonly message: string
}

export type Compilation =
  | {
      readonly kind: 'compiled'
      /** CommonJS text. */
      readonly code: string
      /** Source map as JSON text. */
      readonly map: string
      /** Type errors: worth a look, but the code runs. */
      readonly warnings: readonly Problem[]
    }
  | { readonly kind: 'does-not-compile'; readonly problems: readonly Problem[] }

export type Compile = (source: string) => Promise<Compilation>

/** Moves the position of a thrown error from the compiled text to the learner's. */
export function mapOutcome(outcome: SeedOutcome, map: string): SeedOutcome {
  if (outcome.kind !== 'threw' || outcome.line === 0) return outcome
  const { line, column } = originalPositionFor(new TraceMap(map), {
    line: outcome.line,
    column: Math.max(0, outcome.column - 1),
  })
  if (line === null) return { ...outcome, line: 0, column: 0 }
  return { ...outcome, line, column: column + 1 }
}
