/**
 * Reads what a lab folder holds for us and not for learners: the reference solution,
 * other correct solutions, and mutants; and runs the checks of a step on any of them.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { transformSync } from 'esbuild'
import { type Check, type CheckResult, runCheck, visibleSeeds } from '#core'
import { FunctionHost } from '#kit/function-host.ts'
import { type Lab, type Mutant, type Step, solutionStepId } from '#kit/lab.ts'
import { hiddenChecks } from '#labs/hidden-checks.ts'
import { labs } from '#labs/index.ts'

const LABS_FOLDER = join(import.meta.dirname, '../../labs')

/** A step with everything that is known about it. */
export interface StepCorpus {
  readonly lab: Lab
  readonly step: Step
  readonly checks: readonly Check[]
  readonly starter: string
  readonly solution: string
  /** Other correct solutions by file name, those that it borrows from other steps included. */
  readonly variants: readonly { readonly name: string; readonly source: string }[]
  readonly mutants: readonly Mutant[]
}

/** `quorum/04-sloppy` */
export function stepIdOf({ lab, step }: Pick<StepCorpus, 'lab' | 'step'>): string {
  return `${lab.id}/${step.id}`
}

/** Every step of every lab. */
export async function readCorpus(): Promise<readonly StepCorpus[]> {
  const steps = labs.flatMap((lab) => lab.steps.map((step) => ({ lab, step })))
  return Promise.all(steps.map(({ lab, step }) => readStep(lab, step)))
}

async function readStep(lab: Lab, step: Step): Promise<StepCorpus> {
  const stepsFolder = join(LABS_FOLDER, lab.id, 'steps')
  const folder = join(stepsFolder, step.id)
  const variantsFolder = join(LABS_FOLDER, lab.id, 'variants', step.id)
  return {
    lab,
    step,
    checks: [...step.visible, ...hiddenChecks(lab.id, step.id)],
    starter: readFileSync(join(folder, 'starter.ts'), 'utf8'),
    solution: readFileSync(join(stepsFolder, solutionStepId(step), 'solution.ts'), 'utf8'),
    variants: [...filesOf(variantsFolder), ...borrowed(variantsFolder)].map((name) => ({
      name,
      source: readFileSync(join(variantsFolder, name), 'utf8'),
    })),
    mutants: await readMutants(join(folder, 'mutants')),
  }
}

async function readMutants(folder: string): Promise<readonly Mutant[]> {
  return Promise.all(
    filesOf(folder).map(async (name) => {
      const module = (await import(join(folder, name))) as { readonly mutant: Mutant }
      return module.mutant
    }),
  )
}

/** What a solution does beyond its step does no harm, so that later variants serve earlier steps. */
const BORROWS = 'also.json'

/** Paths of other steps' variants, as `also.json` lists them: `["../03-election/ticking.ts"]`. */
function borrowed(folder: string): readonly string[] {
  const file = join(folder, BORROWS)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly string[]) : []
}

function filesOf(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .sort()
}

/**
 * The source of a mutant.
 * @throws Error when a patch does not match the reference exactly once
 */
export function mutate(solution: string, mutant: Mutant): string {
  let source = solution
  for (const { find, replace } of mutant.patch) {
    const parts = source.split(find)
    if (parts.length !== 2) {
      const times = parts.length - 1
      throw new Error(`mutant ${mutant.id}: its patch matches ${times} times, not once: ${find}`)
    }
    source = parts.join(replace)
  }
  return source
}

/** Compiles a solution as the grader does. */
export function compileSolution(source: string): string {
  return transformSync(source, { loader: 'ts', format: 'cjs', target: 'es2022' }).code
}

/** Runs one check on a solution; each check tries its usual seeds, times `effort`. */
export function tryCheck(code: string, lab: Lab, check: Check, effort: number): CheckResult {
  const seeds = visibleSeeds({ seedCount: check.seedCount * effort })
  const run = runCheck({ check, seeds, hostFor: () => new FunctionHost(code, lab.modules) })
  for (;;) {
    const next = run.next()
    if (next.done === true) return next.value
  }
}

/** Why a check failed: the claim that broke, or how else the run ended. */
export function reasonOf(result: CheckResult): string {
  const outcome = result.failure?.outcome
  if (outcome === undefined) return result.verdict
  return outcome.kind === 'claim-broken' ? outcome.claimId : outcome.kind
}
