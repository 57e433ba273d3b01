/** What the newest submissions of a class break, for the ranking of claims. */
import 'server-only'
import type { GradedCheck } from '#core'
import { db } from '#db'
import type { BrokenCheck } from '../../_classes/claims/rank-claims.ts'
import { brokenSentence } from '../../labs/_workspace/attempts/broken-sentence.ts'

export interface StepFailures {
  readonly broken: readonly BrokenCheck[]
  /** Learners with a verdict, and those whose newest one is `passed`. */
  readonly judged: number
  readonly passed: number
  /** How the newest submissions ended that did not reach the checks, such as `does-not-compile`. */
  readonly otherEnds: readonly { readonly outcome: string; readonly learners: number }[]
}

interface NewestRow {
  readonly userId: string
  readonly submissionId: string
  readonly outcome: string
  readonly results: { readonly checks?: readonly GradedCheck[] }
  readonly kept: readonly { readonly checkId: string; readonly events: number | null }[] | null
}

/** Looks at the newest judged submission of each active learner. */
export async function readStepFailures(
  classId: string,
  labId: string,
  stepId: string,
): Promise<StepFailures> {
  const rows = await db.$queryRaw<NewestRow[]>`
    select newest."userId", newest.id as "submissionId", verdict.outcome,
      case when verdict.outcome = 'passed' then '{}' else verdict.results end as results,
      (select json_agg(json_build_object(
          'checkId', failure."checkId", 'events', (failure.small -> 'after' ->> 'events')::int))
        from "SubmissionFailure" failure
        where failure."submissionId" = newest.id
          and (failure."smallRun" is not null or failure.run is not null)) as kept
    from "Membership" member
    cross join lateral (
      select submission.id, submission."userId" from "Submission" submission
      join "SubmissionVerdict" judged on judged."submissionId" = submission.id
      where submission."userId" = member."userId" and submission."labId" = ${labId}
        and submission."stepId" = ${stepId} and judged.outcome <> 'our-fault'
      order by submission."createdAt" desc, submission.id desc limit 1) newest
    join "SubmissionVerdict" verdict on verdict."submissionId" = newest.id
    where member."classId" = ${classId}::uuid
      and member.role = 'learner' and member.state = 'active'`
  const failed = rows.filter(({ outcome }) => outcome !== 'passed')
  return {
    broken: failed.flatMap(brokenChecks),
    judged: rows.length,
    passed: rows.length - failed.length,
    otherEnds: countEnds(failed.filter((row) => brokenChecks(row).length === 0)),
  }
}

function brokenChecks({ userId, submissionId, results, kept }: NewestRow): readonly BrokenCheck[] {
  const sizes = new Map((kept ?? []).map(({ checkId, events }) => [checkId, events]))
  return (results.checks ?? []).flatMap((check): readonly BrokenCheck[] => {
    const { checkId, title, visible, claims, failure } = check
    if (failure === undefined) return []
    const { outcome, eventCount } = failure
    const claimId = outcome.kind === 'claim-broken' ? outcome.claimId : outcome.kind
    return [
      {
        userId,
        submissionId,
        checkId,
        checkTitle: title,
        isVisible: visible,
        claimId,
        sentence: claims.find(({ id }) => id === claimId)?.sentence ?? '',
        message:
          outcome.kind === 'claim-broken'
            ? outcome.violation.message
            : brokenSentence(check, claims),
        events: sizes.has(checkId) ? (sizes.get(checkId) ?? eventCount) : undefined,
      },
    ]
  })
}

function countEnds(rows: readonly NewestRow[]): StepFailures['otherEnds'] {
  const counts = new Map<string, number>()
  for (const { outcome } of rows) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  return [...counts].map(([outcome, learners]) => ({ outcome, learners }))
}
