/**
 * Turns a learner's TypeScript into the CommonJS text that runs in a realm. A mistake in
 * it is a value with a position, never a throw: people make mistakes all day.
 */
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping'
import * as esbuild from 'esbuild'

/** The longest source that is looked at, in bytes of UTF-8. */
export const SOURCE_BYTES_MAX = 65_536

export type CompileResult =
  | { readonly kind: 'compiled'; readonly code: string; readonly map: string }
  | {
      readonly kind: 'does-not-compile'
      readonly message: string
      /** From 1; 0 when the mistake has no place. */
      readonly line: number
      /** From 1; 0 when the mistake has no place. */
      readonly column: number
    }

const OPTIONS = {
  loader: 'ts',
  format: 'cjs',
  target: 'es2022',
  charset: 'utf8',
  sourcemap: 'external',
  sourcesContent: false,
  sourcefile: 'solution.ts',
  logLevel: 'silent',
  tsconfigRaw: { compilerOptions: { useDefineForClassFields: true } },
} as const

const WHY_NOT_ASYNC =
  'a node may not wait with async, await or promises: a handler runs to completion, and what ' +
  'it waits for comes back as a message or a timer'

/** Compiles one module. Types are not checked: the editor does that. */
export async function compile(source: string): Promise<CompileResult> {
  const bytes = Buffer.byteLength(source)
  if (bytes > SOURCE_BYTES_MAX) {
    const message = `the solution is ${bytes} bytes long; at most ${SOURCE_BYTES_MAX} are allowed`
    return { kind: 'does-not-compile', message, line: 0, column: 0 }
  }
  const compiled = await transform(source, OPTIONS)
  if (compiled.kind === 'does-not-compile' || !/\b(async|await)\b/.test(source)) return compiled
  return (await findAsync(source)) ?? compiled
}

/**
 * Finds the first async function. esbuild itself tells where it is when it is asked for a
 * target that knows neither async functions nor the generators to make them of.
 */
async function findAsync(source: string): Promise<CompileResult | undefined> {
  const supported = {
    'async-await': false,
    'async-generator': false,
    'for-await': false,
    generator: false,
  }
  const result = await transform(source, { ...OPTIONS, supported })
  if (result.kind === 'compiled' || !/\basync\b|-await\b/.test(result.message)) return undefined
  return { ...result, message: WHY_NOT_ASYNC }
}

async function transform(
  source: string,
  options: esbuild.TransformOptions,
): Promise<CompileResult> {
  try {
    const { code, map } = await esbuild.transform(source, options)
    return { kind: 'compiled', code, map }
  } catch (error) {
    const first = isTransformFailure(error) ? firstMistake(error) : undefined
    if (first === undefined) throw error
    const { text, location } = first
    return {
      kind: 'does-not-compile',
      message: text,
      line: location?.line ?? 0,
      column: location === null ? 0 : location.column + 1,
    }
  }
}

function isTransformFailure(error: unknown): error is esbuild.TransformFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors)
}

/** The mistake to show: one about async before one about generators, which are fine. */
function firstMistake({ errors }: esbuild.TransformFailure): esbuild.Message | undefined {
  return errors.find(({ text }) => /\basync\b|-await\b/.test(text)) ?? errors[0]
}

/** A place in a text; line and column from 1, or 0 when unknown. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Returns the function that maps a place in the compiled text to the learner's text. */
export function learnerPositions(map: string): (compiled: Position) => Position {
  const trace = new TraceMap(map)
  return ({ line, column }) => {
    if (line < 1 || column < 1) return { line: 0, column: 0 }
    const original = originalPositionFor(trace, { line, column: column - 1 })
    if (original.line === null) return { line: 0, column: 0 }
    return { line: original.line, column: original.column + 1 }
  }
}
