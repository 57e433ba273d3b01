/** The sandbox as the tests use it: built from the present sources, with every layer it has. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { type Check, present } from '#core'
import { compile } from '#host/compile.ts'
import { type Grade, grade, specifiersOf } from '#host/grade.ts'
import type { PlannedCheck } from '#host/planned-check.ts'
import { Referee } from '#host/referee.ts'
import { type Capabilities, probeLayers } from '#host/sandbox/capabilities.ts'
import { type Launch, sandboxFiles } from '#host/sandbox/launch.ts'
import { SandboxPool } from '#host/sandbox/pool.ts'
import { raft } from '#labs/raft/lab.ts'
import { build } from '../../scripts/build/sandbox.ts'

export const SANDBOX_FOLDER = join(import.meta.dirname, '../../.netsplit/build/sandbox')
export const SEED_SECRET = 'a secret that only tests know'
export const LAB = { labId: 'raft', stepId: '03-election' } as const
/** The checks that its learners see. */
export const VISIBLE: readonly Check[] = present(
  raft.steps.find(({ id }) => id === LAB.stepId),
  'the lab has this step',
).visible
/** What its code may import. */
export const SPECIFIERS = specifiersOf(LAB)

const STEP_FOLDER = join(import.meta.dirname, '../../labs/raft/steps/03-election')
export const REFERENCE = readFileSync(join(STEP_FOLDER, 'solution.ts'), 'utf8')

/** The compiler without any layer around it, for tests that look at what it says. */
export const BARE_COMPILER: Launch = {
  command: sandboxFiles(SANDBOX_FOLDER).esbuild,
  args: [],
  descriptor3: undefined,
}

export interface Sandbox {
  readonly capabilities: Capabilities
  readonly pool: SandboxPool
}

/** Builds and probes the sandbox before the tests of a file, and ends it after them. */
export function useSandbox(): () => Sandbox {
  let sandbox: Sandbox | undefined
  beforeAll(async () => {
    await build()
    const capabilities = await probeLayers(sandboxFiles(SANDBOX_FOLDER))
    sandbox = { capabilities, pool: new SandboxPool(capabilities.launch, 1) }
  }, 60_000)
  afterAll(() => sandbox?.pool.close())
  return () => {
    if (sandbox === undefined) throw new Error('the sandbox is made before the tests')
    return sandbox
  }
}

/** Grades a source as a submission to the election step. */
export function gradeSource(pool: SandboxPool, source: string): Promise<Grade> {
  const request = { ...LAB, submissionId: 'a-submission', source, seedSecret: SEED_SECRET }
  const signal = new AbortController().signal
  return grade(request, { pool, signal, workerCount: 1, onProgress: () => {} })
}

/** True when the reference solution passes a few seeds of one check: the grader is sound. */
export async function honestPasses(pool: SandboxPool): Promise<boolean> {
  const [check] = VISIBLE
  if (check === undefined) throw new Error('the step has a visible check')
  const plan: readonly PlannedCheck[] = [{ check, visible: true, seeds: [1, 2] }]
  const referee = new Referee(plan)
  const worker = pool.take()
  try {
    const code = await compiled(REFERENCE)
    const end = await worker.run({ code, specifiers: SPECIFIERS, tape: 'batched' }, referee)
    return end.kind === 'finished' && referee.judged()[0]?.result.verdict === 'pass'
  } finally {
    pool.discard(worker)
  }
}

/** Compiles a source that must compile. */
export async function compiled(source: string): Promise<string> {
  const result = await compile(source, BARE_COMPILER)
  if (result.kind !== 'compiled') throw new Error(result.message)
  return result.code
}
