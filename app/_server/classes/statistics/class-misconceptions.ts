/** Which misconceptions the first goes of a class at its quizzes show, over all of these. */
import 'server-only'
import { db } from '#db'
import { SURE_PERCENT } from '../../../_classes/statistics/quiz-items.ts'

export interface ClassMisconception {
  readonly id: string
  /** Learners of whom an answer shows it, and those of them who were sure of it. */
  readonly holders: number
  readonly sure: number
  /** The quiz that shows it most often. */
  readonly setId: string
}

/** Those that most learners hold, the first few of them; counted in the database. */
export async function readClassMisconceptions(
  classId: string,
  setIds: readonly string[],
  limit: number,
): Promise<readonly ClassMisconception[]> {
  if (setIds.length === 0) return []
  return db.$queryRaw<ClassMisconception[]>`
    with first as (
      select distinct on (attempt."userId", attempt."setId") attempt."userId", attempt."setId",
        attempt.id
      from "Membership" member
      join "QuizAttempt" attempt on attempt."userId" = member."userId"
      where member."classId" = ${classId}::uuid
        and member.role = 'learner' and member.state = 'active'
        and attempt."setId" = any(${[...setIds]}::text[]) and attempt."handedInAt" is not null
      order by attempt."userId", attempt."setId", attempt."startedAt", attempt.id)
    select shown.id, count(distinct first."userId")::int as holders,
      (count(distinct first."userId") filter (where item.confidence >= ${SURE_PERCENT}))::int
        as sure,
      mode() within group (order by first."setId") as "setId"
    from first
    join "QuizItem" item on item."attemptId" = first.id
    cross join unnest(item.misconceptions) as shown (id)
    group by shown.id
    order by holders desc, shown.id
    limit ${limit}`
}
