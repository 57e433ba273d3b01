/**
 * Grades one submission: compiles it, runs it in the sandbox, and judges it by its tape.
 * Everything that a learner can cause is a value; only a stop from outside is thrown.
 */
import type { GradedCheck, GradeOutcome } from '#core'
import { hiddenChecks } from '#labs/hidden-checks.ts'
import { findStep } from '#labs/index.ts'
import { compile, learnerPositions } from './compile.ts'
import { gradedCheck } from './graded-check.ts'
import { type PackedRun, RunKeeper } from './kept-runs.ts'
import { describeMistake } from './messages.ts'
import type { PlannedCheck } from './planned-check.ts'
import type { JudgedCheck } from './referee.ts'
import { hiddenSeeds, seedBaseOf, seedsOfVisible } from './seeds.ts'
import { type TrialContext, tryAll } from './trial.ts'

export interface GradeRequest {
  readonly submissionId: string
  readonly labId: string
  readonly stepId: string
  readonly source: string
  /** Settles the seeds of hidden checks; only graders know it. */
  readonly seedSecret: string
}

export interface Grade {
  readonly outcome: GradeOutcome
  /** One plain sentence for outcomes that are not about a check, else empty. */
  readonly message: string
  /** Why it was our fault: for the log, not for the learner. */
  readonly fault?: string
  readonly seedBase: bigint
  readonly seedsTotal: number
  /** Visible checks first; without those that a limit came before. */
  readonly checks: readonly GradedCheck[]
  /** How many checks there are, those included that were never run. */
  readonly checksTotal: number
  /** For each check that did not pass, the run that shows it. */
  readonly failures: readonly KeptFailure[]
}

export interface KeptFailure {
  readonly checkId: string
  readonly run: PackedRun
}

const OUR_FAULT = 'Something of ours failed, so this submission could not be judged.'

/**
 * Grades a submission.
 * @throws GradingStopped when the signal of `context` says so
 */
export async function grade(request: GradeRequest, context: TrialContext): Promise<Grade> {
  const seedBase = seedBaseOf(request.seedSecret, request.submissionId)
  const plan = planOf(request, seedBase)
  const empty = {
    seedBase,
    seedsTotal: plan.reduce((sum, { seeds }) => sum + seeds.length, 0),
    checksTotal: plan.length,
    checks: [],
    failures: [],
  }
  if (plan.length === 0) {
    const fault = `there is no step ${request.labId}/${request.stepId}`
    return { ...empty, outcome: 'our-fault', message: OUR_FAULT, fault }
  }
  const compiled = await compile(request.source, context.pool.compiler)
  if (compiled.kind === 'does-not-compile') {
    return { ...empty, outcome: 'does-not-compile', message: describeMistake(compiled) }
  }
  const specifiers = specifiersOf(request)
  const code = { code: compiled.code, specifiers }
  const { end, judged, message } = await tryAll(plan, code, context)
  const positions = learnerPositions(compiled.map)
  return {
    ...empty,
    outcome: end.kind === 'finished' ? outcomeOf(judged) : end.kind,
    message: end.kind === 'our-fault' ? OUR_FAULT : message,
    ...(end.kind === 'our-fault' ? { fault: end.why } : {}),
    checks: judged.map((each) => gradedCheck(each, positions)),
    failures: await keptFailures(judged, positions),
  }
}

/** What the code may import. */
export function specifiersOf({
  labId,
  stepId,
}: Pick<GradeRequest, 'labId' | 'stepId'>): readonly string[] {
  return Object.keys(findStep(labId, stepId)?.lab.modules ?? {})
}

/** In the order of the plan, so that the first ones are kept where there is no room for all. */
async function keptFailures(
  judged: readonly JudgedCheck[],
  positions: ReturnType<typeof learnerPositions>,
): Promise<readonly KeptFailure[]> {
  const keeper = new RunKeeper()
  const failures: KeptFailure[] = []
  for (const { planned, failed } of judged) {
    if (failed === undefined) continue
    failures.push({ checkId: planned.check.id, run: await keeper.pack(failed, positions) })
  }
  return failures
}

/** Visible checks with the seeds of the browser, then hidden ones with seeds of their own. */
function planOf(request: GradeRequest, seedBase: bigint): readonly PlannedCheck[] {
  const { labId, stepId, seedSecret } = request
  const visible = findStep(labId, stepId)?.step.visible ?? []
  return [
    ...visible.map((check) => ({ check, visible: true, seeds: seedsOfVisible(check) })),
    ...hiddenChecks(labId, stepId).map((check) => ({
      check,
      visible: false,
      seeds: hiddenSeeds(seedSecret, seedBase, check),
    })),
  ]
}

/** A broken check outweighs an undecided one; both outweigh a pass. */
function outcomeOf(judged: readonly JudgedCheck[]): 'passed' | 'failed' | 'unknown' {
  const verdicts = judged.map(({ result }) => result.verdict)
  if (verdicts.includes('fail')) return 'failed'
  return verdicts.every((verdict) => verdict === 'pass') ? 'passed' : 'unknown'
}
