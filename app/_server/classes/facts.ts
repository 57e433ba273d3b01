/** What the learners of a class did of its work: a line for each learner and piece of work. */
import 'server-only'
import { db } from '#db'
import { factKey, type WorkFacts, type WorkUnit } from '../../_classes/progress/work-unit.ts'

export type FactsByLearner = ReadonlyMap<string, ReadonlyMap<string, WorkFacts>>

/** Facts of all active learners, or of one. */
export async function readFacts(
  classId: string,
  units: readonly WorkUnit[],
  userId?: string,
): Promise<FactsByLearner> {
  const rows = (
    await Promise.all([
      readStepFacts(classId, units, userId),
      readLessonFacts(classId, units, userId),
      readQuizFacts(classId, units, userId),
    ])
  ).flat()
  const facts = new Map<string, Map<string, WorkFacts>>()
  for (const { userId: learner, key, ...fact } of rows) {
    const known = facts.get(learner)
    if (known === undefined) facts.set(learner, new Map([[key, fact]]))
    else known.set(key, fact)
  }
  return facts
}

type FactRow = WorkFacts & { readonly userId: string; readonly key: string }

interface StepRow {
  readonly userId: string
  readonly labId: string
  readonly stepId: string
  readonly tries: number
  readonly failures: number
  readonly firstFailedAt: Date | null
  readonly doneAt: Date | null
  readonly lastAt: Date
}

/** A fault of ours is no try of theirs. Times are those of handing in. */
async function readStepFacts(
  classId: string,
  units: readonly WorkUnit[],
  userId: string | undefined,
): Promise<readonly FactRow[]> {
  const steps = units.filter(({ kind }) => kind === 'step')
  if (steps.length === 0) return []
  const asked = new Set(steps.map(({ target, stepId }) => factKey('step', target, stepId)))
  // Labs and steps are asked for by themselves: joined to a list of pairs, PostgreSQL expects a
  // few rows, and looks up hundreds of thousands of verdicts one by one.
  const rows = await db.$queryRaw<StepRow[]>`
    select submission."userId", submission."labId", submission."stepId",
      count(*)::int as tries,
      (count(*) filter (where verdict.outcome <> 'passed'))::int as failures,
      min(submission."createdAt") filter (where verdict.outcome <> 'passed') as "firstFailedAt",
      min(submission."createdAt") filter (where verdict.outcome = 'passed') as "doneAt",
      max(submission."createdAt") as "lastAt"
    from "Membership" member
    join "Submission" submission on submission."userId" = member."userId"
    join "SubmissionVerdict" verdict on verdict."submissionId" = submission.id
    where member."classId" = ${classId}::uuid
      and submission."labId" = any(${[...new Set(steps.map(({ target }) => target))]})
      and submission."stepId" = any(${[...new Set(steps.map(({ stepId }) => stepId))]})
      and member.role = 'learner' and member.state = 'active'
      and (${userId ?? null}::text is null or member."userId" = ${userId ?? null})
      and verdict.outcome <> 'our-fault'
    group by 1, 2, 3`
  return rows.flatMap(({ labId, stepId, firstFailedAt, doneAt, ...row }) => {
    const key = factKey('step', labId, stepId)
    const times = { firstFailedAt: firstFailedAt ?? undefined, doneAt: doneAt ?? undefined }
    return asked.has(key) ? [{ ...row, key, ...times }] : []
  })
}

async function readLessonFacts(
  classId: string,
  units: readonly WorkUnit[],
  userId: string | undefined,
): Promise<readonly FactRow[]> {
  const slugs = units.flatMap(({ kind, target }) => (kind === 'lesson' ? target : []))
  if (slugs.length === 0) return []
  const rows = await db.lessonProgress.findMany({
    where: {
      slug: { in: slugs },
      ...(userId === undefined ? {} : { userId }),
      user: { memberships: { some: { classId, role: 'learner', state: 'active' } } },
    },
    select: { userId: true, slug: true, touchedAt: true, readAt: true },
  })
  return rows.map(({ userId: learner, slug, touchedAt, readAt }) => ({
    userId: learner,
    key: factKey('lesson', slug, ''),
    tries: 0,
    failures: 0,
    firstFailedAt: undefined,
    doneAt: readAt ?? undefined,
    lastAt: touchedAt,
  }))
}

/** A quiz is done when it was first handed in; how well it went is for its own pages. */
async function readQuizFacts(
  classId: string,
  units: readonly WorkUnit[],
  userId: string | undefined,
): Promise<readonly FactRow[]> {
  const sets = units.flatMap(({ kind, target }) => (kind === 'quiz' ? target : []))
  if (sets.length === 0) return []
  const rows = await db.quizAttempt.groupBy({
    by: ['userId', 'setId'],
    where: {
      setId: { in: sets },
      ...(userId === undefined ? {} : { userId }),
      user: { memberships: { some: { classId, role: 'learner', state: 'active' } } },
    },
    _count: { handedInAt: true },
    _min: { handedInAt: true },
    _max: { startedAt: true },
  })
  return rows.map((row) => ({
    userId: row.userId,
    key: factKey('quiz', row.setId, ''),
    tries: row._count.handedInAt,
    failures: 0,
    firstFailedAt: undefined,
    doneAt: row._min.handedInAt ?? undefined,
    lastAt: row._max.startedAt ?? undefined,
  }))
}
