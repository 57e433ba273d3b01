/** Which claims a learner's submissions broke: questions about them join the learner's reviews. */
import 'server-only'
import { db } from '#db'

/** As far back as what somebody does not understand yet may lie. */
const SUBMISSIONS_MAX = 60

/** Ids of claims, of the newest submissions. */
export async function readFailedClaims(userId: string): Promise<ReadonlySet<string>> {
  const verdicts = await db.submissionVerdict.findMany({
    where: { submission: { userId }, outcome: 'failed' },
    orderBy: { gradedAt: 'desc' },
    take: SUBMISSIONS_MAX,
    select: { results: true },
  })
  return new Set(verdicts.flatMap(({ results }) => brokenIn(results)))
}

/** @param results with `checks`, as any grader may have written it (grader/host/queue/verdicts.ts) */
function brokenIn(results: unknown): readonly string[] {
  const checks = fieldOf(results, 'checks')
  if (!Array.isArray(checks)) return []
  return checks.flatMap((check: unknown) => {
    const outcome = fieldOf(fieldOf(check, 'failure'), 'outcome')
    const claimId = fieldOf(outcome, 'claimId')
    return fieldOf(outcome, 'kind') === 'claim-broken' && typeof claimId === 'string'
      ? [claimId]
      : []
  })
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined
}
