/**
 * Turns a learner's TypeScript into the CommonJS text that runs in a realm. A mistake in
 * it is a value with a position, never a throw: people make mistakes all day.
 */
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping'
import { runCompiler } from './sandbox/compiler-process.ts'
import type { Launch } from './sandbox/launch.ts'

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

/** How the compiler names the source in what it says. */
const SOURCE_FILE = 'solution.ts'

const OPTIONS = [
  '--loader=ts',
  '--format=cjs',
  '--target=es2022',
  '--charset=utf8',
  '--sourcemap=inline',
  '--sources-content=false',
  `--sourcefile=${SOURCE_FILE}`,
  '--log-level=error',
  '--log-limit=20',
  '--color=false',
  '--tsconfig-raw={"compilerOptions":{"useDefineForClassFields":true}}',
]

const WHY_NOT_ASYNC =
  'a node may not wait with async, await or promises: a handler runs to completion, and what ' +
  'it waits for comes back as a message or a timer'

/**
 * Compiles one module. Types are not checked: the editor does that.
 * @param compiler the command line of esbuild under the layers of the sandbox
 * @throws Error when the compiler cannot be run at all
 */
export async function compile(source: string, compiler: Launch): Promise<CompileResult> {
  const bytes = Buffer.byteLength(source)
  if (bytes > SOURCE_BYTES_MAX) {
    return nowhere(`the solution is ${bytes} bytes long; at most ${SOURCE_BYTES_MAX} are allowed`)
  }
  const compiled = await transform(source, compiler, OPTIONS)
  if (compiled.kind === 'does-not-compile' || !/\b(async|await)\b/.test(source)) return compiled
  return (await findAsync(source, compiler)) ?? compiled
}

function nowhere(message: string): CompileResult {
  return { kind: 'does-not-compile', message, line: 0, column: 0 }
}

/**
 * Finds the first async function. esbuild itself tells where it is when it is asked for a
 * target that knows neither async functions nor the generators to make them of.
 */
async function findAsync(source: string, compiler: Launch): Promise<CompileResult | undefined> {
  const without = ['async-await', 'async-generator', 'for-await', 'generator']
  const unsupported = without.map((feature) => `--supported:${feature}=false`)
  const result = await transform(source, compiler, [...OPTIONS, ...unsupported])
  if (result.kind === 'compiled' || !isAboutAsync(result.message)) return undefined
  return { ...result, message: WHY_NOT_ASYNC }
}

function isAboutAsync(message: string): boolean {
  return /\basync\b|-await\b/.test(message)
}

const LIMIT_MESSAGES = {
  time: 'the compiler needs too long for this source; something in it is repeated or nested far too often',
  memory:
    'the compiler needs too much memory for this source; something in it is repeated or nested far too often',
  output:
    'the compiled text is too long; something in the source is repeated or nested far too often',
} as const

async function transform(
  source: string,
  compiler: Launch,
  options: readonly string[],
): Promise<CompileResult> {
  const end = await runCompiler(compiler, options, source)
  switch (end.kind) {
    case 'compiled':
      return { kind: 'compiled', ...withoutMap(end.output) }
    case 'mistakes':
      return firstMistake(end.report)
    case 'limit':
      return nowhere(LIMIT_MESSAGES[end.of])
  }
}

const MAP_COMMENT = '//# sourceMappingURL=data:application/json;base64,'

/** The compiler writes the map behind the code, whatever the source has there. */
function withoutMap(output: string): { readonly code: string; readonly map: string } {
  const at = output.lastIndexOf(MAP_COMMENT)
  if (at < 0) throw new Error('the compiler wrote no map')
  const map = Buffer.from(output.slice(at + MAP_COMMENT.length).trim(), 'base64').toString('utf8')
  return { code: output.slice(0, at), map }
}

const MISTAKE = /\[ERROR\] (.*)\n(?:\n {4}solution\.ts:(\d+):(\d+):)?/g

/** The mistake to show: one about async before one about generators, which are fine. */
function firstMistake(report: string): CompileResult {
  const mistakes = [...report.matchAll(MISTAKE)].map(([, message = '', line, column]) => ({
    kind: 'does-not-compile' as const,
    message,
    line: line === undefined ? 0 : Number(line),
    column: column === undefined ? 0 : Number(column) + 1,
  }))
  const first = mistakes.find(({ message }) => isAboutAsync(message)) ?? mistakes[0]
  if (first === undefined)
    throw new Error(`the compiler said nothing readable: ${report.slice(0, 300)}`)
  return first
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
