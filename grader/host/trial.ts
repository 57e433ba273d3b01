/**
 * The runs of one submission in the sandbox: its checks are shared out to workers, faults
 * of ours are tried again, and limits are looked into before they are believed.
 */
import { describeLimit } from './messages.ts'
import { type JudgedCheck, type PlannedCheck, Referee } from './referee.ts'
import type { SandboxJob } from './sandbox/job.ts'
import type { SandboxPool } from './sandbox/pool.ts'
import type { SandboxEnd } from './sandbox/sandbox-process.ts'

/** Code that compiles, and the step that it is for. */
export interface TrialCode {
  readonly labId: string
  readonly stepId: string
  /** CommonJS text. */
  readonly code: string
}

export interface TrialContext {
  readonly pool: SandboxPool
  /** How many workers share the checks of the submission. */
  readonly workerCount: number
  readonly onProgress: (seedsDone: number, seedsTotal: number) => void
  /** Ends the grading early. */
  readonly signal: AbortSignal
}

export interface TrialResult {
  /** How the worst of the workers ended. */
  readonly end: SandboxEnd
  /** In the order of the plan. */
  readonly judged: readonly JudgedCheck[]
  /** What to say about a limit that was reached, else empty. */
  readonly message: string
}

/** The grader is stopping; the submission goes back to the queue. */
export class GradingStopped extends Error {
  override readonly name = 'GradingStopped'
}

/** A worker that fails for no fault of the learner's is replaced once. */
const TRIES = 2

/**
 * Runs a plan.
 * @throws GradingStopped when the signal says so
 */
export async function tryAll(
  plan: readonly PlannedCheck[],
  code: TrialCode,
  context: TrialContext,
): Promise<TrialResult> {
  const shares = shareOut(plan, context.workerCount)
  const seedsTotal = seedsIn(plan)
  const seedsDone = shares.map(() => 0)
  const results = await Promise.all(
    shares.map((share, index) =>
      new Trial(code, context).run(share, (done) => {
        seedsDone[index] = done
        context.onProgress(
          seedsDone.reduce((sum, each) => sum + each, 0),
          seedsTotal,
        )
      }),
    ),
  )
  const judged = results.flatMap((result) => result.judged)
  const worst = results.toSorted((a, b) => SEVERITY[b.end.kind] - SEVERITY[a.end.kind])[0]
  if (worst === undefined) throw new Error('a plan has at least one check')
  return {
    ...worst,
    judged: plan.flatMap((planned) => judged.find((each) => each.planned === planned) ?? []),
  }
}

const SEVERITY: Readonly<Record<SandboxEnd['kind'], number>> = {
  finished: 0,
  'memory-limit': 1,
  'time-limit': 2,
  'our-fault': 3,
}

/**
 * Deals checks to workers, the longest first, each to the one with the least to do. Shares
 * keep the order of the plan, so that visible checks come first and are named first.
 */
function shareOut(
  plan: readonly PlannedCheck[],
  workerCount: number,
): readonly (readonly PlannedCheck[])[] {
  const shares: PlannedCheck[][] = Array.from({ length: workerCount }, () => [])
  for (const planned of plan.toSorted((a, b) => b.seeds.length - a.seeds.length)) {
    shares.toSorted((a, b) => seedsIn(a) - seedsIn(b))[0]?.push(planned)
  }
  const inPlan = (a: PlannedCheck, b: PlannedCheck) => plan.indexOf(a) - plan.indexOf(b)
  const firstOf = (share: readonly PlannedCheck[]) => plan.findIndex((each) => share.includes(each))
  return shares
    .filter((share) => share.length > 0)
    .map((share) => share.toSorted(inPlan))
    .toSorted((a, b) => firstOf(a) - firstOf(b))
}

function seedsIn(plan: readonly PlannedCheck[]): number {
  return plan.reduce((sum, { seeds }) => sum + seeds.length, 0)
}

class Trial {
  readonly #code: TrialCode
  readonly #context: TrialContext

  constructor(code: TrialCode, context: TrialContext) {
    this.#code = code
    this.#context = context
  }

  async run(
    plan: readonly PlannedCheck[],
    onProgress: (seedsDone: number) => void,
  ): Promise<TrialResult> {
    for (let triesLeft = TRIES - 1; ; triesLeft--) {
      const referee = new Referee(plan, onProgress)
      const end = await this.#job(plan, referee, 'batched')
      const result = await this.#lookInto(end, referee)
      if (result.end.kind !== 'our-fault' || triesLeft === 0) return result
    }
  }

  /**
   * A limit is believed when the same run, alone in a fresh worker, reaches it again. Its
   * exact tape then tells which call it was.
   */
  async #lookInto(end: SandboxEnd, referee: Referee): Promise<TrialResult> {
    const judged = referee.judged()
    if (end.kind !== 'time-limit' && end.kind !== 'memory-limit') {
      return { end, judged, message: '' }
    }
    const open = referee.openRun
    if (open === undefined) return { ...ourFault(`${end.kind} between runs`), judged }
    if (end.of !== 'call' && end.of !== 'code') {
      return { end, judged, message: describeLimit(end, open, 'somewhere') }
    }
    const alone = [{ ...open.planned, seeds: [open.seed] }]
    const witness = new Referee(alone)
    const again = await this.#job(alone, witness, 'exact')
    if (again.kind !== 'time-limit' && again.kind !== 'memory-limit') {
      const where = `${open.check.id}, seed ${open.seed}`
      return { ...ourFault(`${end.kind} in ${where}, but not when run again`), judged }
    }
    const message = describeLimit(again, witness.openRun ?? open, 'in the last call')
    return { end: again, judged, message }
  }

  async #job(
    plan: readonly PlannedCheck[],
    referee: Referee,
    tape: SandboxJob['tape'],
  ): Promise<SandboxEnd> {
    const { pool, signal } = this.#context
    if (signal.aborted) throw new GradingStopped('the grader is stopping')
    const { labId, stepId, code } = this.#code
    const checks = plan.map(({ check, seeds }) => ({ checkId: check.id, seeds }))
    const worker = pool.take()
    const stop = () => worker.kill()
    signal.addEventListener('abort', stop)
    try {
      const job = { labId, stepId, code, checks, tape }
      const end = await worker.run(job, (frame) => referee.take(frame))
      if (signal.aborted) throw new GradingStopped('the grader is stopping')
      return end
    } catch (error) {
      if (error instanceof GradingStopped) throw error
      return { kind: 'our-fault', why: String(error) }
    } finally {
      signal.removeEventListener('abort', stop)
      pool.discard(worker)
    }
  }
}

function ourFault(why: string): Pick<TrialResult, 'end' | 'message'> {
  return { end: { kind: 'our-fault', why }, message: '' }
}
