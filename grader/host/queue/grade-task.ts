/** The task `grade`: takes a submission, grades it, and records its verdict. */
import type { Task } from 'graphile-worker'
import { type Grade, type GradeRequest, grade } from '../grade.ts'
import type { SandboxPool } from '../sandbox/pool.ts'
import { seedBaseOf } from '../seeds.ts'
import { GradingStopped, type TrialContext } from '../trial.ts'
import {
  type HeldSubmission,
  putBack,
  recordVerdict,
  storeProgress,
  takeSubmission,
} from './submissions.ts'
import { throttled } from './throttled.ts'

export interface GradeTaskOptions {
  readonly pool: SandboxPool
  /** How many workers share the checks of one submission. */
  readonly workerCount: number
  readonly seedSecret: string
  readonly graderId: string
  /** Ends gradings early when the grader stops. */
  readonly signal: AbortSignal
  /** Is given one line about each fault of ours. */
  readonly onFault: (line: string) => void
  /** Is given the submissions that were put back because the grader stops. */
  readonly onReleased: (submissionId: string) => void
}

/** After so many faults of ours a submission gets a verdict that says so. */
export const ATTEMPTS_MAX = 4

const PROGRESS_MS = 150

const GAVE_UP =
  'Something of ours failed each time we tried, so this submission could not be judged. ' +
  'It does not count. Please hand it in again later.'

/** Makes the task. It throws when the job must be tried again. */
export function gradeTask(options: GradeTaskOptions): Task {
  return async (payload, { job }) => {
    const id = submissionIdOf(payload)
    const held = await takeSubmission(id)
    if (held === undefined) return
    const result = await gradeHeld(held, job.attempts, options)
    const isRecorded = await recordVerdict(held, result, options.graderId)
    if (!isRecorded) options.onFault(`submission ${id}: somebody else took it meanwhile`)
  }
}

/** @throws Error when the submission went back to the queue */
async function gradeHeld(
  held: HeldSubmission,
  attempt: number,
  options: GradeTaskOptions,
): Promise<Grade> {
  const { id } = held
  // Whoever took it last may have died of it: somebody has to say so in the end.
  if (attempt > ATTEMPTS_MAX) return gaveUp(held, options.seedSecret)
  const request = { ...held, submissionId: id, seedSecret: options.seedSecret }
  try {
    const result = await gradeWithProgress(held, request, options)
    if (result.outcome !== 'our-fault') return result
    options.onFault(`submission ${id}, attempt ${attempt}: ${result.fault}`)
    if (attempt >= ATTEMPTS_MAX) return gaveUp(held, options.seedSecret)
    await putBack(held)
    throw new Error(`submission ${id} is tried again: ${result.fault}`)
  } catch (error) {
    if (error instanceof GradingStopped) {
      await putBack(held)
      options.onReleased(id)
    }
    throw error
  }
}

async function gradeWithProgress(
  held: HeldSubmission,
  request: GradeRequest,
  { pool, workerCount, signal, onFault }: GradeTaskOptions,
): Promise<Grade> {
  const progress = throttled(PROGRESS_MS, (seedsDone: number, seedsTotal: number) =>
    storeProgress(held, { seedsDone, seedsTotal }).catch((error: unknown) =>
      onFault(`submission ${held.id}: progress was not stored: ${String(error)}`),
    ),
  )
  const context: TrialContext = { pool, workerCount, signal, onProgress: progress.call }
  try {
    return await grade(request, context)
  } finally {
    await progress.settle()
  }
}

function gaveUp({ id }: HeldSubmission, seedSecret: string): Grade {
  return {
    outcome: 'our-fault',
    message: GAVE_UP,
    seedBase: seedBaseOf(seedSecret, id),
    seedsTotal: 0,
    checks: [],
    failures: [],
  }
}

function submissionIdOf(payload: unknown): string {
  if (typeof payload === 'object' && payload !== null && 'submissionId' in payload) {
    if (typeof payload.submissionId === 'string') return payload.submissionId
  }
  throw new Error('the payload of a grade job names its submission: { "submissionId": "…" }')
}
