/** Runs a mutant of a lab to its first broken check and tells the story of that run. */
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping'
import { transformSync } from 'esbuild'
import {
  type Check,
  type EventLine,
  eventLines,
  runSeed,
  type SeedOutcome,
  type Story,
  type Trace,
  tellStory,
} from '#core'
import { FunctionHost } from '#kit/function-host.ts'
import type { Lab, Mutant } from '#kit/lab.ts'
import { mutate, type StepCorpus, tryCheck } from '../../../scripts/power/lab-corpus.ts'

type Failure = Exclude<SeedOutcome, { readonly kind: 'pass' | 'unknown' }>

export interface ToldRun {
  readonly check: Check
  readonly seed: number
  readonly outcome: Failure
  readonly trace: Trace
  readonly lines: readonly EventLine[]
  readonly source: string
  readonly story: Story
}

interface Compiled {
  readonly code: string
  readonly map: string
}

/** Compiles as the grader does, with positions to find the way back. */
export function compileWithMap(source: string): Compiled {
  const { code, map } = transformSync(source, {
    loader: 'ts',
    format: 'cjs',
    target: 'es2022',
    sourcemap: 'external',
  })
  return { code, map }
}

/** The story of the first check that the mutant breaks. */
export function tellMutant({ lab, checks, solution }: StepCorpus, mutant: Mutant): ToldRun {
  const source = mutate(solution, mutant)
  const compiled = compileWithMap(source)
  for (const check of checks) {
    const { failure } = tryCheck(compiled.code, lab, check, 1)
    if (failure !== undefined) return tellRun({ lab, check, seed: failure.seed, source, compiled })
  }
  throw new Error(`mutant ${mutant.id} breaks no check`)
}

interface RunToTell {
  readonly lab: Lab
  readonly check: Check
  readonly seed: number
  readonly source: string
  readonly compiled: Compiled
}

/** Runs a failing seed once more, with lines, and tells it. */
export function tellRun({ lab, check, seed, source, compiled }: RunToTell): ToldRun {
  const host = new FunctionHost(compiled.code, lab.modules, { lines: true })
  const { result, trace } = runSeed({ check, seed, host, keepTrace: true })
  if (trace === undefined || result.outcome.kind === 'pass' || result.outcome.kind === 'unknown') {
    throw new Error(`seed ${seed} of ${check.id} did not fail`)
  }
  const outcome = thrownInSource(result.outcome, compiled.map)
  const lines = inSource(eventLines(trace.events, host.callLines), compiled.map)
  const claim =
    outcome.kind === 'claim-broken'
      ? check.claims.find(({ id }) => id === outcome.claimId)
      : undefined
  const story = tellStory({ trace, outcome, claim, code: { source, lines } })
  return { check, seed, outcome, trace, lines, source, story }
}

/** A throw has its place in the compiled text; whoever compiled it maps it back. */
function thrownInSource(outcome: Failure, map: string): Failure {
  if (outcome.kind !== 'threw') return outcome
  const { event, line, column } = outcome
  const [place] = inSource([{ event, line, column }], map)
  return place === undefined ? outcome : { ...outcome, line: place.line, column: place.column }
}

function inSource(lines: readonly EventLine[], map: string): readonly EventLine[] {
  const positions = new TraceMap(map)
  return lines.flatMap((place) => {
    const { line, column } = originalPositionFor(positions, {
      line: place.line,
      column: Math.max(0, place.column - 1),
    })
    return line === null ? [] : [{ ...place, line, column: column + 1 }]
  })
}
