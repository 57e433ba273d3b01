/** Submissions: reading how their grading stands. */
import 'server-only'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { GradedCheck, GradeOutcome } from '#core'
import { db } from '#db'
import {
  isOpen,
  type LatestSubmission,
  type SubmissionView,
  type VerdictView,
} from '../_run/submission-view.ts'
import { readIsGraderUp, readPlace } from './submissions-line.ts'

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
  labId: true,
  stepId: true,
  state: true,
  turn: true,
  lineAt: true,
  createdAt: true,
  seedsDone: true,
  seedsTotal: true,
  verdict: {
    select: {
      outcome: true,
      message: true,
      results: true,
      labVersion: true,
      regradedAt: true,
      failures: { select: { checkId: true } },
    },
  },
} as const

interface VerdictRow {
  readonly outcome: string
  readonly message: string
  readonly results: unknown
  readonly labVersion: number
  readonly regradedAt: Date | null
  readonly failures: readonly { readonly checkId: string }[]
}

interface ViewRow {
  readonly id: string
  readonly labId: string
  readonly stepId: string
  readonly state: SubmissionView['state']
  readonly turn: number
  readonly lineAt: Date
  readonly createdAt: Date
  readonly seedsDone: number
  readonly seedsTotal: number
  readonly verdict: VerdictRow | null
}

async function toView({ verdict, createdAt, ...row }: ViewRow): Promise<SubmissionView> {
  const [place, isGraderUp] = await Promise.all([
    row.state === 'queued' ? readPlace(row) : { position: 0 },
    isOpen(row.state) ? readIsGraderUp() : true,
  ])
  return {
    id: row.id,
    state: row.state,
    createdAt: createdAt.toISOString(),
    ...place,
    isGraderUp,
    seedsDone: row.seedsDone,
    seedsTotal: row.seedsTotal,
    ...(verdict === null ? {} : { verdict: toVerdict(verdict) }),
  }
}

/** What the grader stored is ours and was checked there; it is passed on as it is. */
function toVerdict(row: VerdictRow): VerdictView {
  const { outcome, message, results, failures, labVersion, regradedAt } = row
  const { checks } = results as { readonly checks: readonly GradedCheck[] }
  return {
    outcome: outcome as GradeOutcome,
    message,
    checks,
    runsKept: failures.map(({ checkId }) => checkId),
    ...(regradedAt === null ? {} : { regraded: { labVersion, at: regradedAt.toISOString() } }),
  }
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}
