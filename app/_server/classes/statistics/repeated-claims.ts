/** Claims that submissions of one learner break again and again. */
import 'server-only'
import { db } from '#db'
import type { RepeatedClaim } from '../../../_classes/at-risk/list.ts'

/** A step with which a learner of the class has trouble. */
export interface TroubledStep {
  readonly userId: string
  readonly labId: string
  readonly stepId: string
}

/**
 * So many submissions of a step are looked at. The limit also has the database go to each learner’s
 * own by their index; without it, it reads everybody’s submissions of these steps.
 */
const NEWEST_MAX = 100

/**
 * The claim that most submissions of each learner break at such a step, where there are at least so
 * many. Only these verdicts are looked into, and the sentence is read of one of them.
 */
export async function readRepeatedClaims(
  troubled: readonly TroubledStep[],
  atLeast: number,
): Promise<readonly RepeatedClaim[]> {
  if (troubled.length === 0) return []
  return db.$queryRaw<RepeatedClaim[]>`
    with broken as (
      select submission.id, submission."userId", submission."labId", submission."stepId",
        submission."createdAt", failure.claim
      from unnest(
        ${troubled.map(({ userId }) => userId)}::text[],
        ${troubled.map(({ labId }) => labId)}::text[],
        ${troubled.map(({ stepId }) => stepId)}::text[]) as place ("userId", "labId", "stepId")
      cross join lateral (
        select one.id, one."userId", one."labId", one."stepId", one."createdAt"
        from "Submission" one
        where one."userId" = place."userId" and one."labId" = place."labId"
          and one."stepId" = place."stepId"
        order by one."createdAt" desc limit ${NEWEST_MAX}) as submission
      join "SubmissionVerdict" verdict on verdict."submissionId" = submission.id
      cross join lateral (
        select distinct one.value #>> '{failure,outcome,claimId}' as claim
        from jsonb_array_elements(verdict.results -> 'checks') as one (value)
        where one.value #>> '{failure,outcome,kind}' = 'claim-broken') as failure
      where verdict.outcome = 'failed'),
    counted as (
      select "userId", "labId", "stepId", claim, count(*)::int as submissions,
        min("createdAt") as since, min(id::text)::uuid as example
      from broken
      group by 1, 2, 3, 4
      having count(*) >= ${atLeast}),
    worst as (
      select distinct on ("userId", "labId", "stepId") *
      from counted
      order by "userId", "labId", "stepId", submissions desc, since, claim)
    select worst."userId", worst."labId", worst."stepId", worst.submissions, worst.since,
      coalesce(jsonb_path_query_first(
        verdict.results, '$.checks[*].claims[*] ? (@.id == $id)',
        jsonb_build_object('id', worst.claim)) ->> 'sentence', '') as sentence
    from worst join "SubmissionVerdict" verdict on verdict."submissionId" = worst.example
    order by 1, 2, 3`
}
