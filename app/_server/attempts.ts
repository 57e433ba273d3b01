/** Attempts of a learner at a step: browser runs, submissions, and drafts that gave way. */
import 'server-only'
import type { GradedCheck, GradeOutcome } from '#core'
import { db } from '#db'
import {
  ATTEMPTS_MAX,
  type AttemptResult,
  type AttemptView,
  BROKEN_LENGTH_MAX,
  type RunOutcome,
  type RunToRecord,
} from '../labs/_workspace/attempts/attempt-view.ts'
import { brokenSentence } from '../labs/_workspace/attempts/broken-sentence.ts'
import type { ReplacedDraft } from '../labs/_workspace/drafts/draft-view.ts'
import { storeRun } from './attempts-store.ts'

interface Place {
  readonly userId: string
  readonly labId: string
  readonly stepId: string
}

/** Records how a run in the learner's browser ended. */
export async function recordRun(run: RunToRecord & { readonly userId: string }): Promise<void> {
  await db.$transaction((transaction) => storeRun(transaction, run))
}

/** The attempts at a step, newest first. */
export async function listAttempts(place: Place): Promise<readonly AttemptView[]> {
  const [tried, submitted] = await Promise.all([listTried(place), listSubmitted(place)])
  return [...tried, ...submitted].sort((a, b) => byTime(b, a)).slice(0, ATTEMPTS_MAX)
}

/** Ids grow with time, too, and tell apart what came in one millisecond. */
function byTime(a: AttemptView, b: AttemptView): number {
  return Date.parse(a.createdAt) - Date.parse(b.createdAt) || (a.id < b.id ? -1 : 1)
}

async function listTried({ userId, labId, stepId }: Place): Promise<readonly AttemptView[]> {
  const rows = await db.attempt.findMany({
    where: { userId, labId, stepId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: ATTEMPTS_MAX,
    omit: { hash: true, userId: true },
  })
  return rows.map(({ id, kind, createdAt, outcome, checksPassed, checksTotal, broken, times }) => {
    const base = { id, createdAt: createdAt.toISOString(), checksPassed, checksTotal, broken }
    return kind === 'replaced'
      ? { ...base, kind }
      : { ...base, kind, outcome: outcome as RunOutcome, times }
  })
}

async function listSubmitted({ userId, labId, stepId }: Place): Promise<readonly AttemptView[]> {
  const rows = await db.submission.findMany({
    where: { userId, labId, stepId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: ATTEMPTS_MAX,
    select: {
      id: true,
      createdAt: true,
      state: true,
      verdict: { select: { outcome: true, message: true, results: true } },
    },
  })
  return rows.map(({ id, createdAt, state, verdict }) => ({
    id,
    kind: 'submission',
    createdAt: createdAt.toISOString(),
    ...(verdict === null
      ? { outcome: state === 'graded' ? 'our-fault' : state, ...NO_RESULT }
      : { outcome: verdict.outcome as GradeOutcome, ...resultOf(verdict) }),
  }))
}

const NO_RESULT: AttemptResult = { checksPassed: 0, checksTotal: 0, broken: '' }

function resultOf({
  results,
  message,
}: {
  readonly results: unknown
  readonly message: string
}): AttemptResult {
  const { checks } = results as { readonly checks: readonly GradedCheck[] }
  const broken = checks.find(({ failure }) => failure !== undefined)
  const sentence = broken === undefined ? '' : brokenSentence(broken, broken.claims)
  return {
    checksPassed: checks.filter(({ verdict }) => verdict === 'pass').length,
    checksTotal: checks.length,
    broken: (message || sentence).slice(0, BROKEN_LENGTH_MAX),
  }
}

/** The newest draft of this step that gave way to another, if one did. */
export async function readReplaced({
  userId,
  labId,
  stepId,
}: Place): Promise<ReplacedDraft | undefined> {
  const row = await db.attempt.findFirst({
    where: { userId, labId, stepId, kind: 'replaced' },
    // Ids grow with the time at which it gave way; it may have been saved long before.
    orderBy: { id: 'desc' },
    select: { id: true, createdAt: true },
  })
  return row === null ? undefined : { attemptId: row.id, savedAt: row.createdAt.toISOString() }
}

/** The code of an attempt of this person, if there is such a one. */
export async function readAttemptSource(id: string, userId: string): Promise<string | undefined> {
  const attempt = await db.attempt.findFirst({
    where: { id, userId },
    select: { text: { select: { source: true } } },
  })
  if (attempt !== null) return attempt.text.source
  const submission = await db.submission.findFirst({
    where: { id, userId },
    select: { source: true },
  })
  return submission?.source
}
