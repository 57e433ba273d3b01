/** The submissions of one reader, for the account page. */
import 'server-only'
import { db } from '#db'
import { findStep } from '#labs/index.ts'

export interface AccountSubmission {
  readonly id: string
  readonly labId: string
  readonly stepId: string
  /** Lab and step by name. */
  readonly title: string
  readonly createdAt: Date
  /** The verdict's outcome in plain words, or the state of a submission without one. */
  readonly outcome: string
}

const SUBMISSIONS_MAX = 50

const STATE_WORDS = {
  queued: 'queued',
  running: 'running',
  graded: 'graded',
  superseded: 'superseded',
  setAside: 'set aside by us',
} as const

/** The newest submissions of this user. */
export async function listSubmissions(userId: string): Promise<readonly AccountSubmission[]> {
  const rows = await db.submission.findMany({
    where: { userId },
    orderBy: { createdAt: 'desc' },
    take: SUBMISSIONS_MAX,
    select: {
      id: true,
      labId: true,
      stepId: true,
      createdAt: true,
      state: true,
      verdict: { select: { outcome: true } },
    },
  })
  return rows.map(({ state, verdict, ...row }) => ({
    ...row,
    title: titleOf(row.labId, row.stepId),
    outcome: (verdict?.outcome ?? STATE_WORDS[state]).replaceAll('-', ' '),
  }))
}

function titleOf(labId: string, stepId: string): string {
  const found = findStep(labId, stepId)
  return found === undefined ? `${labId} ${stepId}` : `${found.lab.title}: ${found.step.title}`
}
