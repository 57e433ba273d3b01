/** What compiling a learner's TypeScript gives, and how positions map back to it. */
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping'
import type { EventLine, Place, SeedOutcome } from '#core'

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
  const place = inSource(new TraceMap(map), outcome)
  return { ...outcome, ...(place ?? { line: 0, column: 0 }) }
}

/** Moves the places behind events to the learner's text; leaves out what has no place there. */
export function mapLines(lines: readonly EventLine[], map: string): readonly EventLine[] {
  const positions = new TraceMap(map)
  return lines.flatMap((line) => {
    const place = inSource(positions, line)
    return place === undefined ? [] : [{ ...line, ...place }]
  })
}

function inSource(positions: TraceMap, { line, column }: Place): Place | undefined {
  const original = originalPositionFor(positions, { line, column: Math.max(0, column - 1) })
  if (original.line === null) return undefined
  return { line: original.line, column: original.column + 1 }
}
