/** A learner's code for tests of the app: compiled as the browser compiles it. */
import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { type Check, runSeed, type Trace } from '#core'
import { FunctionHost, type FunctionHostOptions } from '#kit/function-host.ts'
import { findStep } from '#labs/index.ts'

const STEP = 'labs/raft/steps/03-election'

export const STARTER = readFileSync(`${STEP}/starter.ts`, 'utf8')
export const SOLUTION = readFileSync(`${STEP}/solution.ts`, 'utf8')

const found = findStep('raft', '03-election')
if (found === undefined) throw new Error('the lab raft/03-election is there')
export const { lab, step } = found

export interface CompiledCode {
  readonly code: string
  readonly map: string
}

/** CommonJS with the options of the editor. */
export function compileForTest(source: string): CompiledCode {
  const { outputText, sourceMapText } = ts.transpileModule(source, {
    fileName: 'main.ts',
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.CommonJS,
      sourceMap: true,
      useDefineForClassFields: true,
    },
  })
  return { code: outputText, map: sourceMapText ?? '' }
}

/** Fresh hosts for the compiled text of `source`. */
export function hostsFor(source: string, options: FunctionHostOptions = {}): () => FunctionHost {
  const { code } = compileForTest(source)
  return () => new FunctionHost(code, lab.modules, options)
}

/** The visible check of this id. */
export function checkOf(id: string): Check {
  const check = step.visible.find((one) => one.id === id)
  if (check === undefined) throw new Error(`the step has a check ${id}`)
  return check
}

/** The trace of one seed. */
export function traceOf(source: string, checkId: string, seed: number): Trace {
  const host = hostsFor(source)()
  const { trace } = runSeed({ check: checkOf(checkId), seed, host, keepTrace: true })
  if (trace === undefined) throw new Error('the trace was asked for')
  return trace
}
