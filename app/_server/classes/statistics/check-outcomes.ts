/** How the learners of a class fared with each check of a step, over all their submissions. */
import 'server-only'
import { db } from '#db'
import type { CheckOutcome } from '../../../_classes/statistics/check-items.ts'

interface OutcomeRow extends Omit<CheckOutcome, 'heldFrom'> {
  readonly heldFrom: number | null
}

/**
 * One line for each active learner and check, counted in the database: what is in a verdict stays
 * there. Submissions that did not reach the checks are not counted, and neither is a check that a
 * limit kept from being run.
 */
export async function readCheckOutcomes(
  classId: string,
  labId: string,
  stepId: string,
): Promise<readonly CheckOutcome[]> {
  const rows = await db.$queryRaw<OutcomeRow[]>`
    with judged as (
      select submission."userId", submission."createdAt", submission.id, verdict.results
      from "Membership" member
      join "Submission" submission on submission."userId" = member."userId"
      join "SubmissionVerdict" verdict on verdict."submissionId" = submission.id
      where member."classId" = ${classId}::uuid
        and member.role = 'learner' and member.state = 'active'
        and submission."labId" = ${labId} and submission."stepId" = ${stepId}
        and verdict.outcome in ('passed', 'failed', 'unknown')),
    tried as (
      select "userId", results,
        (row_number() over (partition by "userId" order by "createdAt", id))::int as number
      from judged),
    run as (
      select tried."userId", tried.number, one.value ->> 'checkId' as "checkId",
        one.value ->> 'title' as title, (one.value ->> 'visible')::boolean as visible,
        one.value ->> 'verdict' = 'pass' as held
      from tried
      cross join lateral jsonb_array_elements(tried.results -> 'checks') as one (value)
      where (one.value ->> 'seedsRun')::int > 0 and one.value ->> 'verdict' <> 'unknown')
    select "userId", "checkId",
      (array_agg(title order by number desc))[1] as title,
      (array_agg(visible order by number desc))[1] as "isVisible",
      (array_agg(held order by number))[1] as "firstHeld",
      (array_agg(held order by number desc))[1] as "lastHeld",
      min(number) filter (where held) as "heldFrom",
      (count(*) filter (where not held))::int as broken
    from run
    group by 1, 2
    order by 1, 2`
  return rows.map(({ heldFrom, ...row }) => ({ ...row, heldFrom: heldFrom ?? undefined }))
}
