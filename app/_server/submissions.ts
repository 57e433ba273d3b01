/** Submissions: taking them in, and reading how their grading stands. */
import 'server-only'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { GradedCheck, GradeOutcome } from '#core'
import { db } from '#db'
import { findStep } from '#labs/index.ts'
import type { LatestSubmission, SubmissionView, VerdictView } from '../_run/submission-view.ts'

/** Submissions of one person that may wait for their verdict at the same time. */
const UNGRADED_MAX = 3
/** All that may wait at once, so that a flood of guests cannot fill the database. */
const WAITING_MAX = 1_000
/** A grader that has been silent for longer than this counts as down. */
const GRADER_SILENCE_SECONDS_MAX = 30

export interface NewSubmission {
  readonly userId: string
  readonly labId: string
  readonly stepId: string
  readonly source: string
}

export type Submitted =
  | { readonly kind: 'submitted'; readonly id: string }
  | { readonly kind: 'no-such-step' }
  | { readonly kind: 'too-many-waiting'; readonly limit: number }
  | { readonly kind: 'queue-full' }

/**
 * Stores a submission and its job in one transaction: once this returns, it will be
 * graded whichever process dies.
 */
export async function submit(submission: NewSubmission): Promise<Submitted> {
  const { userId, labId, stepId, source } = submission
  const found = findStep(labId, stepId)
  if (found === undefined) return { kind: 'no-such-step' }
  const labVersion = found.lab.version
  return db.$transaction(async (tx): Promise<Submitted> => {
    // Two tabs must not both be the last one allowed.
    await tx.$queryRaw`select 1 from pg_advisory_xact_lock(hashtextextended(${userId}, 0))`
    const waiting = await tx.submission.count({ where: { userId, state: { not: 'graded' } } })
    if (waiting >= UNGRADED_MAX) return { kind: 'too-many-waiting', limit: UNGRADED_MAX }
    const waitingInAll = await tx.submission.count({ where: { state: 'queued' } })
    if (waitingInAll >= WAITING_MAX) return { kind: 'queue-full' }
    const { id } = await tx.submission.create({
      data: { userId, labId, stepId, labVersion, source },
      select: { id: true },
    })
    await tx.$queryRaw`select 1 from graphile_worker.add_job('grade', json_build_object('submissionId', ${id}::text), job_key := ${id}::text)`
    return { kind: 'submitted', id }
  })
}

/** The submission as its owner may see it; undefined when it is not theirs. */
export async function readSubmission(
  id: string,
  userId: string,
): Promise<SubmissionView | undefined> {
  if (!isUuid(id)) return undefined
  const row = await db.submission.findFirst({ where: { id, userId }, select: VIEW })
  return row === null ? undefined : toView(row)
}

/** The newest submission of this person for this step, if there is one. */
export async function readLatestSubmission(
  userId: string,
  labId: string,
  stepId: string,
): Promise<LatestSubmission | undefined> {
  const row = await db.submission.findFirst({
    where: { userId, labId, stepId },
    orderBy: { createdAt: 'desc' },
    select: { ...VIEW, source: true },
  })
  return row === null ? undefined : { view: await toView(row), source: row.source }
}

/** The text of the trace in which a check of this submission failed, if it was kept. */
export async function readFailureTrace(
  id: string,
  checkId: string,
  userId: string,
): Promise<string | undefined> {
  if (!isUuid(id)) return undefined
  const row = await db.submissionFailure.findFirst({
    where: { submissionId: id, checkId, verdict: { submission: { userId } } },
    select: { trace: true },
  })
  return row === null ? undefined : (await promisify(gunzip)(row.trace)).toString('utf8')
}

const VIEW = {
  id: true,
  state: true,
  createdAt: true,
  seedsDone: true,
  seedsTotal: true,
  verdict: {
    select: {
      outcome: true,
      message: true,
      results: true,
      failures: { select: { checkId: true } },
    },
  },
} as const

interface VerdictRow {
  readonly outcome: string
  readonly message: string
  readonly results: unknown
  readonly failures: readonly { readonly checkId: string }[]
}

interface ViewRow {
  readonly id: string
  readonly state: SubmissionView['state']
  readonly createdAt: Date
  readonly seedsDone: number
  readonly seedsTotal: number
  readonly verdict: VerdictRow | null
}

async function toView({ verdict, createdAt, ...row }: ViewRow): Promise<SubmissionView> {
  const isWaiting = row.state !== 'graded'
  const [position, isGraderUp] = await Promise.all([
    row.state === 'queued' ? readPosition(createdAt) : 0,
    isWaiting ? readIsGraderUp() : true,
  ])
  return {
    id: row.id,
    state: row.state,
    createdAt: createdAt.toISOString(),
    position,
    isGraderUp,
    seedsDone: row.seedsDone,
    seedsTotal: row.seedsTotal,
    ...(verdict === null ? {} : { verdict: toVerdict(verdict) }),
  }
}

/** What the grader stored is ours and was checked there; it is passed on as it is. */
function toVerdict({ outcome, message, results, failures }: VerdictRow): VerdictView {
  const { checks } = results as { readonly checks: readonly GradedCheck[] }
  return {
    outcome: outcome as GradeOutcome,
    message,
    checks,
    runsKept: failures.map(({ checkId }) => checkId),
  }
}

async function readPosition(createdAt: Date): Promise<number> {
  const before = await db.submission.count({
    where: { state: 'queued', createdAt: { lt: createdAt } },
  })
  return before + 1
}

/** Asked by the database's clock: grader and web may run on hosts whose clocks differ. */
async function readIsGraderUp(): Promise<boolean> {
  const rows = await db.$queryRaw<readonly { readonly up: boolean }[]>`
    select exists (
      select 1 from "Grader"
      where "heartbeatAt" > now() - make_interval(secs => ${GRADER_SILENCE_SECONDS_MAX}::int)
    ) as up`
  return rows[0]?.up ?? false
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}
