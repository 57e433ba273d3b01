/**
 * The task `shrink`: looks for smaller runs of what failed in a submission, once its verdict
 * stands. It belongs to the bulk lane, so that no learner waits for a verdict because of it,
 * and it is a courtesy: where it fails or is given up, the page shows the whole run.
 */
import { type Check, type GradedCheck, type GradedShrink, present } from '#core'
import { db } from '#db'
import { hiddenChecks } from '#labs/hidden-checks.ts'
import { findStep } from '#labs/index.ts'
import { joinShrinkLine } from '../../../prisma/line.ts'
import { compile, learnerPositions } from '../compile.ts'
import { specifiersOf } from '../grade.ts'
import { showFailure } from '../graded-check.ts'
import { RunKeeper } from '../kept-runs.ts'
import { RunRoom } from '../run-room.ts'
import type { SandboxPool } from '../sandbox/pool.ts'
import { type ShrunkFailure, shrinkFailure } from '../shrink-failure.ts'
import { announce } from './submissions.ts'

/** Enough for nearly every run; a search that needs more ends with what it has. */
const RUNS_MAX = 400
const CHECK_MS_MAX = 5_000
const SUBMISSION_MS_MAX = 15_000

export interface ShrinkContext {
  readonly pool: SandboxPool
  /** Says when to make way for a learner's submission. */
  readonly signal: AbortSignal
}

/** Looks for smaller runs of what failed; gives way and comes back when the signal says so. */
export async function shrinkSubmission(id: string, context: ShrinkContext): Promise<void> {
  const work = await readWork(id)
  if (work === undefined) return
  if (!(await isOutdated(work))) await shrinkAll(work, context)
  if (context.signal.aborted) {
    await db.$transaction((transaction) => joinShrinkLine(transaction, id))
    return
  }
  await db.submissionVerdict.updateMany({
    where: { submissionId: id, submission: { fence: work.fence } },
    data: { isShrinking: false },
  })
  await announce([id])
}

interface Work {
  readonly id: string
  readonly userId: string
  readonly labId: string
  readonly stepId: string
  readonly source: string
  /** Who grades it again raises it; what is found here is then of no use. */
  readonly fence: number
  readonly createdAt: Date
  readonly labVersion: number
  /** Checks whose failing run is to be made smaller. */
  readonly failed: readonly GradedCheck[]
}

async function readWork(id: string): Promise<Work | undefined> {
  const row = await db.submission.findUnique({
    where: { id },
    include: {
      verdict: { include: { failures: { select: { checkId: true, small: true } } } },
    },
  })
  if (row?.verdict?.isShrinking !== true) return undefined
  const { results, failures, labVersion } = row.verdict
  const { checks } = results as unknown as { readonly checks: readonly GradedCheck[] }
  const isOpen = ({ checkId }: GradedCheck) =>
    failures.some((failure) => failure.checkId === checkId && failure.small === null)
  return { ...row, labVersion, failed: checks.filter(isOpen) }
}

/** Nobody looks at what a newer submission or a newer version of the lab has replaced. */
async function isOutdated({ userId, labId, stepId, createdAt, labVersion }: Work) {
  if (findStep(labId, stepId)?.lab.version !== labVersion) return true
  const newer = { userId, labId, stepId, createdAt: { gt: createdAt } }
  return (await db.submission.count({ where: newer })) > 0
}

async function shrinkAll(work: Work, { pool, signal }: ShrinkContext): Promise<void> {
  const compiled = await compile(work.source, pool.compiler)
  if (compiled.kind === 'does-not-compile') return
  const room = new RunRoom({ code: compiled.code, specifiers: specifiersOf(work) }, pool)
  const makeWay = () => room.close()
  signal.addEventListener('abort', makeWay)
  const keeper = new RunKeeper()
  const endMs = performance.now() + SUBMISSION_MS_MAX
  try {
    for (const { checkId, failure } of work.failed) {
      const check = findCheck(work, checkId)
      if (check === undefined || failure === undefined || signal.aborted) continue
      const stopMs = Math.min(endMs, performance.now() + CHECK_MS_MAX)
      const mayGoOn = () => !signal.aborted && performance.now() < stopMs
      const found = await shrinkFailure({ check, failure, room, runsMax: RUNS_MAX, mayGoOn })
      if (found === undefined || signal.aborted) continue
      await store(work, checkId, found, { keeper, map: compiled.map })
    }
  } finally {
    signal.removeEventListener('abort', makeWay)
    room.close()
  }
}

function findCheck({ labId, stepId }: Work, checkId: string): Check | undefined {
  const visible = present(findStep(labId, stepId), 'its version was compared').step.visible
  return [...visible, ...hiddenChecks(labId, stepId)].find(({ id }) => id === checkId)
}

async function store(
  { id, fence }: Work,
  checkId: string,
  { shrink, run }: ShrunkFailure,
  { keeper, map }: { readonly keeper: RunKeeper; readonly map: string },
): Promise<void> {
  const positions = learnerPositions(map)
  const packed = await keeper.pack(run, positions)
  if (packed === 'too-large') return
  const small: GradedShrink = { ...shrink, failure: showFailure(shrink.failure, positions) }
  await db.submissionFailure.updateMany({
    where: { submissionId: id, checkId, verdict: { submission: { fence } } },
    // Prisma wants a mutable copy of what is plain data already.
    data: { small: JSON.parse(JSON.stringify(small)), smallRun: new Uint8Array(packed) },
  })
  await announce([id])
}

/**
 * Gives up searches whose job is gone with its grader, or failed too often: the page must
 * not wait for them.
 */
export async function giveUpLostSearches(deadAfterSeconds: number): Promise<void> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    update "SubmissionVerdict" set "isShrinking" = false
    from (
      select "submissionId" as id from "SubmissionVerdict"
      left join graphile_worker.jobs on key = 'shrink:' || "submissionId"
      where "isShrinking" and not coalesce(
        case when locked_by is null then attempts < max_attempts
        else exists (select from "Grader" where locked_by = any("workerIds")
          and "heartbeatAt" > now() - make_interval(secs => ${deadAfterSeconds}::int)) end,
        false)) as lost
    where "submissionId" = lost.id
    returning "submissionId"::text as id`
  await announce(rows.map(({ id }) => id))
}
