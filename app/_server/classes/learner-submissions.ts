/** Submissions of a learner as staff of their class may see them: of assigned steps only. */
import 'server-only'
import type { GradedCheck, GradedShrink } from '#core'
import { db } from '#db'
import { brokenSentence } from '../../labs/_workspace/attempts/broken-sentence.ts'
import { isUuid } from '../uuid.ts'

export interface LearnerSubmission {
  readonly id: string
  readonly labId: string
  readonly stepId: string
  readonly createdAt: Date
  /** Outcome of the verdict, or the state of a submission without one. */
  readonly outcome: string
  readonly checksPassed: number
  readonly checksTotal: number
  /** What broke first, in a sentence; empty for what passed. */
  readonly broken: string
}

const SHOWN_MAX = 100

/** The newest of one step first. The caller knows that the class is given this step. */
export async function listSubmissionsOf(
  userId: string,
  labId: string,
  stepId: string,
): Promise<readonly LearnerSubmission[]> {
  const rows = await db.submission.findMany({
    where: { userId, labId, stepId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: SHOWN_MAX,
    select: {
      id: true,
      labId: true,
      stepId: true,
      createdAt: true,
      state: true,
      verdict: { select: { outcome: true, message: true, results: true } },
    },
  })
  return rows.map(({ state, verdict, ...row }) => {
    const { checks = [] } = (verdict?.results ?? {}) as { checks?: readonly GradedCheck[] }
    const first = checks.find(({ failure }) => failure !== undefined)
    const told = first === undefined ? '' : brokenSentence(first, first.claims)
    return {
      ...row,
      outcome: verdict?.outcome ?? state,
      checksPassed: checks.filter(({ verdict: one }) => one === 'pass').length,
      checksTotal: checks.length,
      broken: verdict === null ? '' : verdict.message || told,
    }
  })
}

/** The code of two submissions of one learner; undefined for what is not theirs. */
export async function readSourceOf(userId: string, id: string): Promise<string | undefined> {
  if (!isUuid(id)) return undefined
  const row = await db.submission.findFirst({ where: { id, userId }, select: { source: true } })
  return row?.source
}

export interface RunOfClass {
  readonly labId: string
  readonly check: GradedCheck
  readonly small: GradedShrink | undefined
}

/** What a kept run is about; undefined when it is not of this class. */
export async function readRunOfClass(
  classId: string,
  submissionId: string,
  checkId: string,
): Promise<RunOfClass | undefined> {
  const row = await findFailure(classId, submissionId, checkId)
  if (row === undefined) return undefined
  const { checks } = row.verdict.results as unknown as { readonly checks: readonly GradedCheck[] }
  const check = checks.find((one) => one.checkId === checkId)
  if (check === undefined) return undefined
  const small = row.smallRun === null ? null : row.small
  return {
    labId: row.verdict.submission.labId,
    check,
    small: small === null ? undefined : (small as unknown as GradedShrink),
  }
}

/** Its bytes as they are kept, the smallest where there is one. */
export async function readRunBytes(
  classId: string,
  submissionId: string,
  checkId: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const row = await findFailure(classId, submissionId, checkId)
  return row?.smallRun ?? row?.run ?? undefined
}

async function findFailure(classId: string, submissionId: string, checkId: string) {
  if (!isUuid(submissionId)) return undefined
  const row = await db.submissionFailure.findFirst({
    where: {
      submissionId,
      checkId,
      verdict: {
        submission: {
          user: { memberships: { some: { classId, role: 'learner', state: 'active' } } },
        },
      },
    },
    include: {
      verdict: {
        select: { results: true, submission: { select: { labId: true, stepId: true } } },
      },
    },
  })
  if (row === null) return undefined
  const { labId, stepId } = row.verdict.submission
  return (await isStepAssigned(classId, labId, stepId)) ? row : undefined
}

/** Staff see work of the steps that the class is given, and of no others. */
async function isStepAssigned(classId: string, labId: string, stepId: string): Promise<boolean> {
  const count = await db.assignment.count({
    where: { classId, kind: 'step', target: labId, stepIds: { has: stepId } },
  })
  return count > 0
}
