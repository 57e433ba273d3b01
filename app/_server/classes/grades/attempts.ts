/**
 * The attempts of a class's learners that may count for their grades. Those that can count under
 * no rule are left to the database: of 300,000 submissions some ten thousands come here.
 */
import 'server-only'
import { db } from '#db'
import type { Attempt } from '../../../_classes/grades/attempt.ts'
import { factKey, type WorkUnit } from '../../../_classes/progress/work-unit.ts'
import type { AssignmentView } from '../assignments.ts'

/** By learner, and by the key of the unit. */
export type AttemptsByLearner = ReadonlyMap<string, ReadonlyMap<string, readonly Attempt[]>>

export interface AttemptsToRead {
  readonly classId: string
  readonly assignments: readonly AssignmentView[]
  readonly units: readonly WorkUnit[]
  /** Of one learner only. */
  readonly userId?: string | undefined
  /** The assignment that is looked at as if its regrade were applied. */
  readonly previewOf?: string | undefined
}

export async function readAttempts(asked: AttemptsToRead): Promise<AttemptsByLearner> {
  const [steps, lessons, quizzes] = await Promise.all([
    readSteps(asked),
    readLessons(asked),
    readQuizzes(asked),
  ])
  const found = new Map<string, Map<string, Attempt[]>>()
  for (const { userId, key, ...attempt } of [...steps, ...lessons, ...quizzes]) {
    const own = found.get(userId) ?? new Map<string, Attempt[]>()
    found.set(userId, own)
    const known = own.get(key)
    if (known === undefined) own.set(key, [attempt])
    else known.push(attempt)
  }
  return found
}

type AttemptRow = Attempt & { readonly userId: string; readonly key: string }

interface StepRow extends Omit<Attempt, 'regradedBy'> {
  readonly userId: string
  readonly assignmentId: string
  readonly stepId: string
  readonly regradedBy: number | null
}

/**
 * A fault of ours is no attempt. For the best one only those matter that are better than all
 * before them, for time takes credit and gives none; for the last one, only those without another
 * before the due date, which an extension may move to later and never to earlier.
 */
async function readSteps(asked: AttemptsToRead): Promise<readonly AttemptRow[]> {
  const units = asked.units.filter(({ kind }) => kind === 'step')
  if (units.length === 0) return []
  const byId = new Map(asked.assignments.map((one) => [one.id, one]))
  const ofUnits = units.map(({ assignmentId }) => byId.get(assignmentId))
  // Verdicts are joined before the steps of the assignments: of a join with a list PostgreSQL
  // expects a few rows, and then looks up hundreds of thousands of verdicts one by one.
  const rows = await db.$queryRaw<StepRow[]>`
    with handed as materialized (
      select submission."userId", submission."labId", submission."stepId", submission.id,
        submission."createdAt" as at, verdict.outcome, verdict."checksHeld" as held,
        verdict."checksTotal" as total, verdict."gradedAt" as graded,
        verdict."labVersion" as version
      from "Membership" member
      join "Submission" submission on submission."userId" = member."userId"
      join "SubmissionVerdict" verdict on verdict."submissionId" = submission.id
      where member."classId" = ${asked.classId}::uuid
        and submission."labId" = any(${[...new Set(units.map(({ target }) => target))]})
        and submission."stepId" = any(${[...new Set(units.map(({ stepId }) => stepId))]})
        and member.role = 'learner' and member.state = 'active'
        and (${asked.userId ?? null}::text is null or member."userId" = ${asked.userId ?? null})
        and verdict.outcome <> 'our-fault'),
    judged as (
      select step.assignment, step.is_best, step.due, handed."userId", handed."stepId",
        handed.id, handed.at,
        coalesce(preview.outcome, applied.outcome, handed.outcome) = 'passed' as passed,
        coalesce(preview."checksHeld", applied."checksHeld", handed.held) as held,
        coalesce(preview."checksTotal", applied."checksTotal", handed.total) as total,
        coalesce(preview."gradedAt", applied."gradedAt", handed.graded) as graded,
        coalesce(preview."labVersion", applied."labVersion") as again
      from handed
      join unnest(
        ${units.map(({ assignmentId }) => assignmentId)}::uuid[],
        ${units.map(({ target }) => target)}::text[],
        ${units.map(({ stepId }) => stepId)}::text[],
        ${ofUnits.map((one) => one?.attemptPolicy === 'best')}::bool[],
        ${ofUnits.map((one) => one?.dueAt ?? null)}::timestamptz[]
      ) as step (assignment, lab, id, is_best, due)
        on step.lab = handed."labId" and step.id = handed."stepId"
      left join "RegradeResult" applied
        on applied."assignmentId" = step.assignment and applied."submissionId" = handed.id
        and applied."isApplied" and applied."labVersion" > handed.version
      left join "RegradeResult" preview
        on preview."assignmentId" = step.assignment and preview."submissionId" = handed.id
        and not preview."isApplied" and preview.outcome is not null
        and preview."assignmentId" = ${asked.previewOf ?? null}::uuid),
    shared as (
      select *, case when passed then 1 when held >= total then 0
        else held::float8 / total end as share
      from judged),
    placed as (
      select *,
        (row_number() over mine)::int as number,
        lead(at) over mine as next,
        max(share) over (mine rows between unbounded preceding and 1 preceding) as before
      from shared
      window mine as (partition by assignment, "userId", "stepId" order by at, id))
    select "userId", assignment::text as "assignmentId", "stepId", number, at, held, total,
      passed as "isPassed", graded as "gradedAt", again as "regradedBy"
    from placed
    where (is_best and (before is null or share > before))
      or (not is_best and (next is null or next >= due))
    order by number`
  return rows.map(({ assignmentId, stepId, regradedBy, ...row }) => ({
    ...row,
    key: `${assignmentId} ${stepId}`,
    regradedBy: regradedBy ?? undefined,
  }))
}

/** Whoever read it to its end did all of it, once. */
async function readLessons(asked: AttemptsToRead): Promise<readonly AttemptRow[]> {
  const units = asked.units.filter(({ kind }) => kind === 'lesson')
  if (units.length === 0) return []
  const rows = await db.lessonProgress.findMany({
    where: {
      slug: { in: units.map(({ target }) => target) },
      readAt: { not: null },
      ...ofLearners(asked),
    },
    select: { userId: true, slug: true, readAt: true },
  })
  const keys = keysOf(units)
  return rows.flatMap(({ userId, slug, readAt: at }) => {
    if (at === null) return []
    const attempt = { number: 1, at, held: 1, total: 1, isPassed: true, gradedAt: at }
    const own = { userId, ...attempt, regradedBy: undefined }
    return (keys.get(factKey('lesson', slug, '')) ?? []).map((key) => ({ ...own, key }))
  })
}

/** A quiz that was handed in counts what was right of all its questions. */
async function readQuizzes(asked: AttemptsToRead): Promise<readonly AttemptRow[]> {
  const units = asked.units.filter(({ kind }) => kind === 'quiz')
  if (units.length === 0) return []
  const rows = await db.quizAttempt.findMany({
    where: {
      setId: { in: units.map(({ target }) => target) },
      handedInAt: { not: null },
      ...ofLearners(asked),
    },
    orderBy: [{ handedInAt: 'asc' }, { id: 'asc' }],
    select: { userId: true, setId: true, handedInAt: true, items: { select: { share: true } } },
  })
  const keys = keysOf(units)
  const counts = new Map<string, number>()
  return rows.flatMap(({ userId, setId, handedInAt: at, items }) => {
    if (at === null) return []
    const number = (counts.get(`${userId} ${setId}`) ?? 0) + 1
    counts.set(`${userId} ${setId}`, number)
    const held = items.reduce((sum, { share }) => sum + (share ?? 0), 0)
    const total = items.length
    const isPassed = total > 0 && held === total
    const own = { userId, number, at, held, total, isPassed, gradedAt: at, regradedBy: undefined }
    return (keys.get(factKey('quiz', setId, '')) ?? []).map((key) => ({ ...own, key }))
  })
}

function ofLearners({ classId, userId }: AttemptsToRead) {
  return {
    ...(userId === undefined ? {} : { userId }),
    user: { memberships: { some: { classId, role: 'learner', state: 'active' } } },
  } as const
}

/** The units that ask for the same lesson or quiz. */
function keysOf(units: readonly WorkUnit[]): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, readonly string[]>()
  for (const { kind, target, stepId, key } of units) {
    const fact = factKey(kind, target, stepId)
    keys.set(fact, [...(keys.get(fact) ?? []), key])
  }
  return keys
}
