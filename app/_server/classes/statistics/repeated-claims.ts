/** Claims that submissions of one learner break again and again. */
import 'server-only'
import { db } from '#db'
import type { RepeatedClaim } from '../../../_classes/at-risk/list.ts'
import type { WorkUnit } from '../../../_classes/progress/work-unit.ts'

/**
 * Looks into the verdicts only of learners who have at least so many failed submissions of a step, and
 * none that passed: of most there is nothing to read.
 * @param units only steps among them are looked at
 */
export async function readRepeatedClaims(
  classId: string,
  units: readonly WorkUnit[],
  atLeast: number,
): Promise<readonly RepeatedClaim[]> {
  const steps = units.filter(({ kind }) => kind === 'step')
  if (steps.length === 0) return []
  return db.$queryRaw<RepeatedClaim[]>`
    with step as (
      select distinct lab, id from unnest(
        ${steps.map(({ target }) => target)}::text[],
        ${steps.map(({ stepId }) => stepId)}::text[]) as given (lab, id)),
    failing as (
      select submission."userId", submission."labId", submission."stepId"
      from "Membership" member
      join "Submission" submission on submission."userId" = member."userId"
      join step on step.lab = submission."labId" and step.id = submission."stepId"
      join "SubmissionVerdict" verdict on verdict."submissionId" = submission.id
      where member."classId" = ${classId}::uuid
        and member.role = 'learner' and member.state = 'active'
      group by 1, 2, 3
      having bool_and(verdict.outcome <> 'passed')
        and count(*) filter (where verdict.outcome = 'failed') >= ${atLeast}),
    broken as (
      select submission.id, submission."userId", submission."labId", submission."stepId",
        submission."createdAt", failure.claim, failure.sentence
      from failing
      join "Submission" submission using ("userId", "labId", "stepId")
      join "SubmissionVerdict" verdict on verdict."submissionId" = submission.id
      cross join lateral (
        select one.value -> 'failure' -> 'outcome' ->> 'claimId' as claim,
          (select claim.value ->> 'sentence'
            from jsonb_array_elements(one.value -> 'claims') as claim (value)
            where claim.value -> 'id' = one.value -> 'failure' -> 'outcome' -> 'claimId'
            limit 1) as sentence
        from jsonb_array_elements(verdict.results -> 'checks') as one (value)
        where one.value -> 'failure' -> 'outcome' ->> 'kind' = 'claim-broken') as failure
      where verdict.outcome = 'failed')
    select "userId", "labId", "stepId", coalesce(max(sentence), '') as sentence,
      count(distinct id)::int as submissions, min("createdAt") as since
    from broken
    group by "userId", "labId", "stepId", claim
    having count(distinct id) >= ${atLeast}`
}
