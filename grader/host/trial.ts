/**
 * The runs of one submission in the sandbox: its checks are shared out to workers, faults
 * of ours are tried again, and limits are looked into before they are believed.
 */
import { describeLimit } from './messages.ts'
import type { PlannedCheck } from './planned-check.ts'
import { type JudgedCheck, Referee } from './referee.ts'
import { type LiveReplay, TapeMismatchError } from './replay.ts'
import type { SandboxSetup } from './sandbox/orders.ts'
import type { SandboxPool } from './sandbox/pool.ts'
import type { SandboxEnd } from './sandbox/sandbox-process.ts'

/** Code that compiles. */
export interface TrialCode {
  /** CommonJS text. */
  readonly code: string
  /** What the lab lets it import. */
  readonly specifiers: readonly string[]
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
 * How often a worker may run into a limit after its run was decided: code that breaks a
 * claim and then hangs costs seconds each time.
 */
const DETOURS_MAX = 3

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
 * Deals checks to workers, the most costly first, each to the one with the least to do. Shares
 * keep the order of the plan, so that visible checks come first and are named first.
 */
function shareOut(
  plan: readonly PlannedCheck[],
  workerCount: number,
): readonly (readonly PlannedCheck[])[] {
  const shares: PlannedCheck[][] = Array.from({ length: workerCount }, () => [])
  const costs = new Map(plan.map((planned) => [planned, costOf(planned)]))
  const costIn = (share: readonly PlannedCheck[]) =>
    share.reduce((sum, planned) => sum + (costs.get(planned) ?? 0), 0)
  for (const planned of plan.toSorted((a, b) => costIn([b]) - costIn([a]))) {
    shares.toSorted((a, b) => costIn(a) - costIn(b))[0]?.push(planned)
  }
  const inPlan = (a: PlannedCheck, b: PlannedCheck) => plan.indexOf(a) - plan.indexOf(b)
  const firstOf = (share: readonly PlannedCheck[]) => plan.findIndex((each) => share.includes(each))
  return shares
    .filter((share) => share.length > 0)
    .map((share) => share.toSorted(inPlan))
    .toSorted((a, b) => firstOf(a) - firstOf(b))
}

/** How much its runs take, in no unit: the longer and the more nodes, the more messages. */
function costOf({ check, seeds }: PlannedCheck): number {
  const [seed] = seeds
  if (seed === undefined) return 0
  const { nodes, safetyMicros, livenessMicros } = check.scenario(seed)
  return (seeds.length + 1) * (safetyMicros + livenessMicros) * nodes.length
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

  /** Workers follow each other until one has told all, or shown why there is no more to tell. */
  async run(
    plan: readonly PlannedCheck[],
    onProgress: (seedsDone: number) => void,
  ): Promise<TrialResult> {
    const newReferee = () => new Referee(plan, { onProgress, wantsLines: true })
    let referee = newReferee()
    let faultsLeft = TRIES - 1
    let detoursLeft = DETOURS_MAX
    for (;;) {
      const end = await this.#job(referee, 'batched')
      // Lines of code are a courtesy: without them the verdict is the same.
      const isDone = end.kind === 'finished' || referee.wantsOnlyLines
      if (isDone) return { end: FINISHED, judged: referee.judged(), message: '' }
      const found = await this.#lookInto(end, referee)
      if (found === 'go-on') {
        // Checks that are left then count as not run, behind those that failed.
        if (--detoursLeft < 0) return { end: FINISHED, judged: referee.judged(), message: '' }
      } else if (found.end.kind !== 'our-fault' || faultsLeft-- === 0) {
        return { ...found, judged: referee.judged() }
      } else {
        referee = newReferee()
      }
    }
  }

  /**
   * A limit is believed when the same run, alone in a fresh worker, reaches it again. Its
   * exact tape then tells which call it was. A run that is decided by what came before the
   * limit is as good as any: the worker does not know when to stop, and ran on.
   */
  async #lookInto(end: SandboxEnd, referee: Referee): Promise<Finding | 'go-on'> {
    if (end.kind !== 'time-limit' && end.kind !== 'memory-limit') return { end, message: '' }
    const open = referee.openRun
    if (open === undefined) return ourFault(`${end.kind} between runs`)
    if (open.isOver) return endRun(referee)
    if (end.of !== 'call' && end.of !== 'code') {
      return { end, message: describeLimit(end, open, 'somewhere') }
    }
    const witness = new Referee([{ ...open.planned, seeds: [open.seed] }])
    const again = await this.#job(witness, 'exact')
    if (witness.openRun?.isOver === true) return endRun(referee, witness.openTape)
    if (again.kind !== 'time-limit' && again.kind !== 'memory-limit') {
      const where = `${open.check.id}, seed ${open.seed}`
      return ourFault(`${end.kind} in ${where}, but not when run again`)
    }
    const message = describeLimit(again, witness.openRun ?? open, 'in the last call')
    return { end: again, message }
  }

  async #job(referee: Referee, tape: SandboxSetup['tape']): Promise<SandboxEnd> {
    const { pool, signal } = this.#context
    if (signal.aborted) throw new GradingStopped('the grader is stopping')
    const worker = pool.take()
    const stop = () => worker.kill()
    signal.addEventListener('abort', stop)
    try {
      const end = await worker.run({ ...this.#code, tape }, referee)
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

/** What a worker that did not finish comes to. */
type Finding = Pick<TrialResult, 'end' | 'message'>

const FINISHED: SandboxEnd = { kind: 'finished' }

/** Ends the open run of a worker that is gone, by what its tape, or another's, came to. */
function endRun(referee: Referee, tape?: LiveReplay): Finding | 'go-on' {
  try {
    referee.endRun(tape)
    return 'go-on'
  } catch (error) {
    if (!(error instanceof TapeMismatchError)) throw error
    return ourFault(String(error))
  }
}

function ourFault(why: string): Finding {
  return { end: { kind: 'our-fault', why }, message: '' }
}
