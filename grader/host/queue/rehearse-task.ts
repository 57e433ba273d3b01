/**
 * The task `rehearse`: grades a submission again with the present version of its lab, for the
 * grades of one assignment. The verdict that its learner sees stays as it is: what is found goes
 * to RegradeResult, where staff look at it before any grade changes.
 */
import { db } from '#db'
import { findStep } from '#labs/index.ts'
import { joinRehearsalLine, REHEARSAL_TASK, type Rehearsal } from '../../../prisma/line.ts'
import { grade } from '../grade.ts'
import type { SandboxPool } from '../sandbox/pool.ts'
import { GradingStopped } from '../trial.ts'

export interface RehearsalContext {
  readonly pool: SandboxPool
  readonly workerCount: number
  readonly seedSecret: string
  /** Says when to make way for a learner's submission. */
  readonly signal: AbortSignal
}

/** A grader that is older than the order leaves it to newer ones for so long. */
const TOO_OLD_MS = 5_000
/** So many at a time; the next sweep goes on. */
const SWEPT_MAX = 20

const NOBODY_COULD = 'No grader could grade it again, for no fault of the learner’s.'

/**
 * Grades it again and keeps what came of it.
 * @throws when something of ours failed: the queue tries again, a few times
 */
export async function rehearse(payload: unknown, context: RehearsalContext): Promise<void> {
  const rehearsal = rehearsalOf(payload)
  const waiting = { ...rehearsal, isApplied: false, outcome: null }
  const row = await db.regradeResult.findFirst({
    where: waiting,
    include: { submission: { select: { labId: true, stepId: true, source: true } } },
  })
  // It was discarded, or somebody graded it meanwhile.
  if (row === null) return
  const { submission } = row
  const labVersion = findStep(submission.labId, submission.stepId)?.lab.version ?? 0
  if (labVersion < row.labVersion) return joinAgain(rehearsal, TOO_OLD_MS)
  const result = await gradeOrStop({ ...submission, ...rehearsal }, context)
  if (result === 'stopped') return joinAgain(rehearsal)
  const { outcome, checks, checksTotal } = result
  if (outcome === 'our-fault') throw new Error(result.fault ?? result.message)
  await db.regradeResult.updateMany({
    where: waiting,
    data: {
      outcome,
      labVersion,
      checksHeld: checks.filter(({ verdict }) => verdict === 'pass').length,
      checksTotal,
      fault: null,
      gradedAt: new Date(),
    },
  })
}

async function gradeOrStop(
  work: Rehearsal & { readonly labId: string; readonly stepId: string; readonly source: string },
  { pool, workerCount, seedSecret, signal }: RehearsalContext,
) {
  try {
    const trial = { pool, workerCount, signal, onProgress: () => {} }
    return await grade({ ...work, seedSecret }, trial)
  } catch (error) {
    if (error instanceof GradingStopped) return 'stopped' as const
    throw error
  }
}

async function joinAgain(rehearsal: Rehearsal, delayMs = 0): Promise<void> {
  await db.$transaction((transaction) => joinRehearsalLine(transaction, [rehearsal], { delayMs }))
}

/**
 * Gives what a dead grader held a new job, and says of what failed too often that nobody could
 * grade it: a preview must not wait for ever.
 */
export async function sweepRehearsals(deadAfterSeconds: number): Promise<void> {
  await db.$transaction(async (transaction) => {
    const rows = await transaction.$queryRaw<(Rehearsal & { isSpent: boolean })[]>`
      select "assignmentId"::text, "submissionId"::text,
        (key is not null and locked_by is null) as "isSpent"
      from "RegradeResult" left join graphile_worker.jobs
        on key = ${`${REHEARSAL_TASK}:`} || "assignmentId" || ':' || "submissionId"
      where not "isApplied" and outcome is null and fault is null and not coalesce(
        case when locked_by is null then attempts < max_attempts
        else exists (select from "Grader" where locked_by = any("workerIds")
          and "heartbeatAt" > now() - make_interval(secs => ${deadAfterSeconds}::int)) end,
        false)
      limit ${SWEPT_MAX}
      for update of "RegradeResult" skip locked`
    const lost = rows.filter(({ isSpent }) => !isSpent)
    if (lost.length > 0) await joinRehearsalLine(transaction, lost)
    for (const { assignmentId, submissionId } of rows.filter(({ isSpent }) => isSpent)) {
      await transaction.regradeResult.updateMany({
        where: { assignmentId, submissionId, isApplied: false, outcome: null },
        data: { fault: NOBODY_COULD },
      })
      const key = `${REHEARSAL_TASK}:${assignmentId}:${submissionId}`
      await transaction.$executeRaw`select graphile_worker.remove_job(${key})`
    }
  })
}

function rehearsalOf(payload: unknown): Rehearsal {
  const { assignmentId, submissionId } = (payload ?? {}) as Partial<Record<string, unknown>>
  if (typeof assignmentId === 'string' && typeof submissionId === 'string') {
    return { assignmentId, submissionId }
  }
  throw new Error('the payload of a rehearsal names an assignment and a submission')
}
