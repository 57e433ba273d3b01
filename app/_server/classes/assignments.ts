/** The work that a class is given, and extensions of it. */
import 'server-only'
import { db } from '#db'
import type { Disclosure } from '../../_classes/disclosure.ts'
import type { AttemptPolicy, ShareRule } from '../../_classes/grades/attempt.ts'
import type { WorkKind } from '../../_classes/progress/work-unit.ts'
import { type Schedule, scheduleProblem } from '../../_classes/schedule.ts'
import { recordClassEntry } from '../audit/record.ts'
import type { SessionUser } from '../session.ts'
import { isUuid } from '../uuid.ts'
import { type Change, DONE, refused } from './change.ts'
import { lockClass } from './class-lock.ts'
import { workProblem } from './work-catalogue.ts'

export interface AssignmentRules extends Schedule {
  readonly reference: Disclosure
  readonly hints: Disclosure
  readonly allowsSharing: boolean
  /** Whole points for all of it. */
  readonly points: number
  readonly attemptPolicy: AttemptPolicy
  readonly shareRule: ShareRule
}

export interface AssignmentToKeep extends AssignmentRules {
  readonly title: string
  readonly kind: WorkKind
  /** Id of the lab or quiz, or slug of the lesson. */
  readonly target: string
  readonly stepIds: readonly string[]
}

export interface AssignmentView extends AssignmentToKeep {
  readonly id: string
  /** Since when learners see their grades of it. */
  readonly releasedAt: Date | undefined
}

/** In the order in which they open. */
export async function listAssignments(classId: string): Promise<readonly AssignmentView[]> {
  const rows = await db.assignment.findMany({
    where: { classId },
    orderBy: [{ opensAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(toView)
}

export async function readAssignment(
  classId: string,
  id: string,
): Promise<AssignmentView | undefined> {
  const row = isUuid(id) ? await db.assignment.findFirst({ where: { id, classId } }) : null
  return row === null ? undefined : toView(row)
}

interface AssignmentRow extends Omit<AssignmentView, 'dueAt' | 'lateUntil' | 'releasedAt'> {
  readonly dueAt: Date | null
  readonly lateUntil: Date | null
  readonly releasedAt: Date | null
}

export function toView(row: AssignmentRow): AssignmentView {
  const { id, title, kind, target, stepIds, opensAt, dueAt, lateUntil, latePercentDay } = row
  const { reference, hints, allowsSharing, points, attemptPolicy, shareRule, releasedAt } = row
  return {
    id,
    title,
    kind,
    target,
    stepIds,
    opensAt,
    dueAt: dueAt ?? undefined,
    lateUntil: lateUntil ?? undefined,
    latePercentDay,
    reference,
    hints,
    allowsSharing,
    points,
    attemptPolicy,
    shareRule,
    releasedAt: releasedAt ?? undefined,
  }
}

/** Makes an assignment, or changes the one of this id. */
export async function keepAssignment(
  user: SessionUser,
  {
    classId,
    id,
    assignment,
  }: {
    readonly classId: string
    readonly id: string | undefined
    readonly assignment: AssignmentToKeep
  },
): Promise<Change> {
  const problem = scheduleProblem(assignment) ?? (await workProblem(assignment))
  if (problem !== undefined) return refused(400, problem)
  const { dueAt, lateUntil, stepIds, ...rest } = assignment
  const data = {
    ...rest,
    stepIds: [...stepIds],
    dueAt: dueAt ?? null,
    lateUntil: lateUntil ?? null,
  }
  return db.$transaction(async (transaction) => {
    await lockClass(transaction, classId)
    if (id === undefined) {
      const made = await transaction.assignment.create({ data: { ...data, classId } })
      const after = { assignment: made.id, ...entryOf(assignment) }
      await recordClassEntry(transaction, { doer: user, action: 'assignment.made', classId, after })
      return { kind: 'done', value: { id: made.id } }
    }
    const before = isUuid(id)
      ? await transaction.assignment.findFirst({ where: { id, classId } })
      : null
    if (before === null) return NO_SUCH_ASSIGNMENT
    await transaction.assignment.update({ where: { id }, data })
    await recordClassEntry(transaction, {
      doer: user,
      action: 'assignment.changed',
      classId,
      before: entryOf(toView(before)),
      after: { assignment: id, ...entryOf(assignment) },
    })
    return { kind: 'done', value: { id } }
  })
}

/** What learners did stays theirs; only dates, rules and extensions go. */
export async function removeAssignment(
  user: SessionUser,
  classId: string,
  id: string,
): Promise<Change> {
  return db.$transaction(async (transaction) => {
    const found = isUuid(id)
      ? await transaction.assignment.findFirst({ where: { id, classId } })
      : null
    if (found === null) return NO_SUCH_ASSIGNMENT
    await transaction.assignment.delete({ where: { id } })
    await recordClassEntry(transaction, {
      doer: user,
      action: 'assignment.removed',
      classId,
      before: { assignment: id, ...entryOf(toView(found)) },
    })
    return DONE
  })
}

export const NO_SUCH_ASSIGNMENT = refused(
  404,
  'There is no such assignment in this class: load the page again to see which there are.',
)

/** What an audit entry tells of it. */
function entryOf(assignment: AssignmentToKeep) {
  const { title, kind, target, stepIds, opensAt, dueAt, lateUntil, latePercentDay } = assignment
  const { reference, hints, allowsSharing, points, attemptPolicy, shareRule } = assignment
  return {
    title,
    kind,
    target,
    steps: stepIds.join(' '),
    opensAt: opensAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
    lateUntil: lateUntil?.toISOString() ?? null,
    latePercentDay,
    reference,
    hints,
    allowsSharing,
    points,
    attemptPolicy,
    shareRule,
  }
}
