/** When the learners of a class worked: counts of what was handed in or read to its end. */
import 'server-only'
import { db } from '#db'
import type { WorkUnit } from '../../../_classes/progress/work-unit.ts'
import type { ActivityCount } from '../../../_classes/statistics/heat-map.ts'

/**
 * Counts the work that the class is given, by quarters of an hour: clocks of all time zones change
 * hours at one of these. Runs in the browser and other work are the learners’ own.
 */
export async function readActivity(
  classId: string,
  units: readonly WorkUnit[],
  since: Date,
): Promise<readonly ActivityCount[]> {
  const steps = units.filter(({ kind }) => kind === 'step')
  const targets = (wanted: WorkUnit['kind']) =>
    units.flatMap(({ kind, target }) => (kind === wanted ? target : []))
  return db.$queryRaw<ActivityCount[]>`
    with learner as (
      select "userId" as id from "Membership"
      where "classId" = ${classId}::uuid and role = 'learner' and state = 'active'),
    step as (
      select distinct lab, id from unnest(
        ${steps.map(({ target }) => target)}::text[],
        ${steps.map(({ stepId }) => stepId)}::text[]) as given (lab, id)),
    done as (
      select submission."createdAt" as at
      from learner
      join "Submission" submission on submission."userId" = learner.id
      join step on step.lab = submission."labId" and step.id = submission."stepId"
      where submission."createdAt" >= ${since}
      union all
      select attempt."handedInAt"
      from learner join "QuizAttempt" attempt on attempt."userId" = learner.id
      where attempt."setId" = any(${targets('quiz')}::text[]) and attempt."handedInAt" >= ${since}
      union all
      select lesson."readAt"
      from learner join "LessonProgress" lesson on lesson."userId" = learner.id
      where lesson.slug = any(${targets('lesson')}::text[]) and lesson."readAt" >= ${since})
    select date_bin('15 minutes', at, timestamptz '2000-01-01 00:00Z') as "from",
      count(*)::int as count
    from done group by 1`
}
