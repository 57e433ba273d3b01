/** Submissions: reading how their grading stands. */
import 'server-only'
import type { GradedCheck, GradedShrink, GradeOutcome } from '#core'
import { db } from '#db'
import {
  isOpen,
  type LatestSubmission,
  type SubmissionView,
  type VerdictView,
} from '../_run/submission-view.ts'
import { readIsGraderUp, readPlace } from './submissions-line.ts'
import { isUuid } from './uuid.ts'

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

/** The two runs that show a failure: as it came about, and the smallest that fails the same. */
export type FailedRunKind = 'whole' | 'small'

/**
 * The run in which a check of this submission failed, if it was kept: bytes as
 * `decodeKeptRun` of core reads them, packed by gzip.
 */
export async function readFailedRun(
  id: string,
  checkId: string,
  kind: FailedRunKind,
  userId: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!isUuid(id)) return undefined
  const row = await db.submissionFailure.findFirst({
    where: { submissionId: id, checkId, verdict: { submission: { userId } } },
    select: kind === 'whole' ? { run: true } : { smallRun: true },
  })
  const { run, smallRun } = { run: null, smallRun: null, ...row }
  return (kind === 'whole' ? run : smallRun) ?? undefined
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
      isShrinking: true,
      failures: { select: { checkId: true, small: true } },
    },
  },
} as const

interface VerdictRow {
  readonly outcome: string
  readonly message: string
  readonly results: unknown
  readonly labVersion: number
  readonly regradedAt: Date | null
  readonly isShrinking: boolean
  readonly failures: readonly { readonly checkId: string; readonly small: unknown }[]
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

/** As grader/host/queue/verdicts.ts writes it. */
interface StoredResults {
  readonly checks: readonly GradedCheck[]
  /** Ids of the checks whose failing run was too large to keep; older verdicts do not tell. */
  readonly runsTooLarge?: readonly string[]
}

/** What the grader stored is ours and was checked there; it is passed on as it is. */
function toVerdict(row: VerdictRow): VerdictView {
  const { outcome, message, results, failures, labVersion, regradedAt, isShrinking } = row
  const { checks, runsTooLarge = [] } = results as StoredResults
  return {
    outcome: outcome as GradeOutcome,
    message,
    checks,
    runsKept: failures.flatMap(({ checkId }) => (runsTooLarge.includes(checkId) ? [] : checkId)),
    runsTooLarge,
    shrunk: failures.flatMap(({ checkId, small }) =>
      small === null ? [] : { checkId, ...(small as GradedShrink) },
    ),
    isShrinking,
    ...(regradedAt === null ? {} : { regraded: { labVersion, at: regradedAt.toISOString() } }),
  }
}
