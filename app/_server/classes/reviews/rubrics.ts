/** The rubric of an assignment. Each change is a version, and the newest counts for all reviews. */
import 'server-only'
import { db } from '#db'
import type { Transaction } from '../../../../prisma/line.ts'
import { type Rubric, rubricMax, rubricProblem } from '../../../_classes/reviews/rubric.ts'
import { type PointsChange, pointsChanges } from '../../../_classes/reviews/rubric-change.ts'
import { recordClassEntry } from '../../audit/record.ts'
import type { SessionUser } from '../../session.ts'
import { type Change, refused } from '../change.ts'
import { lockClass } from '../class-lock.ts'
import { marksOf } from './marks.ts'
import { findReviewable } from './reviewable.ts'

export interface RubricView {
  /** 0 where there is none yet. */
  readonly version: number
  readonly rubric: Rubric | undefined
}

/** The newest version; a rubric without criteria is none. */
export async function readRubric(
  assignmentId: string,
  transaction: Transaction = db,
): Promise<RubricView> {
  const row = await transaction.rubric.findFirst({
    where: { assignmentId },
    orderBy: { version: 'desc' },
  })
  return row === null ? { version: 0, rubric: undefined } : toView(row)
}

export function toView(row: { readonly version: number; readonly criteria: unknown }): RubricView {
  const criteria = row.criteria as Rubric['criteria']
  return { version: row.version, rubric: criteria.length === 0 ? undefined : { criteria } }
}

export interface RubricEffect {
  /** Reviews that exist, and how many of them learners see. */
  readonly reviews: number
  readonly published: number
  readonly changes: readonly PointsChange[]
}

/** What keeping this rubric would do to the reviews that there are. */
export async function previewRubric(
  classId: string,
  assignmentId: string,
  rubric: Rubric,
): Promise<Change> {
  const assignment = await findReviewable(db, classId, assignmentId)
  if (assignment.kind === 'refused') return assignment.change
  const problem = rubricProblem(rubric)
  if (problem !== undefined) return refused(400, problem)
  const before = await readRubric(assignmentId)
  return { kind: 'done', value: await effectOf(db, assignmentId, before.rubric, rubric) }
}

async function effectOf(
  transaction: Transaction,
  assignmentId: string,
  before: Rubric | undefined,
  after: Rubric,
): Promise<RubricEffect> {
  const rows = await transaction.codeReview.findMany({ where: { assignmentId } })
  const reviews = rows.map((row) => ({
    userId: row.userId,
    isPublished: row.state === 'published',
    ...marksOf(row),
  }))
  return {
    reviews: reviews.length,
    published: reviews.filter(({ isPublished }) => isPublished).length,
    changes: pointsChanges(before, after, reviews),
  }
}

interface RubricToKeep {
  readonly classId: string
  readonly assignmentId: string
  /** The version that it was made from; 0 for the first. */
  readonly version: number
  readonly rubric: Rubric
  /** Whether it was seen that points of reviews change. */
  readonly acceptsChanges: boolean
}

/** Keeps a new version, which counts for the reviews that there are, too. */
export async function keepRubric(
  user: SessionUser,
  { classId, assignmentId, version, rubric, acceptsChanges }: RubricToKeep,
): Promise<Change> {
  const problem = rubricProblem(rubric)
  if (problem !== undefined) return refused(400, problem)
  return db.$transaction(async (transaction) => {
    await lockClass(transaction, classId)
    const assignment = await findReviewable(transaction, classId, assignmentId)
    if (assignment.kind === 'refused') return assignment.change
    const before = await readRubric(assignmentId, transaction)
    if (before.version !== version) return CHANGED_MEANWHILE
    const { changes } = await effectOf(transaction, assignmentId, before.rubric, rubric)
    if (changes.length > 0 && !acceptsChanges) return refused(409, wouldChange(changes.length))
    await transaction.rubric.create({
      data: {
        assignmentId,
        version: version + 1,
        criteria: rubric.criteria.map((one) => ({
          ...one,
          items: one.items.map((item) => ({ ...item })),
        })),
      },
    })
    await recordClassEntry(transaction, {
      doer: user,
      action: 'rubric.changed',
      classId,
      before: { assignment: assignmentId, ...entryOf(before) },
      after: {
        assignment: assignmentId,
        ...entryOf({ version: version + 1, rubric }),
        reviewsChanged: changes.length,
      },
    })
    return { kind: 'done', value: { version: version + 1 } }
  })
}

const CHANGED_MEANWHILE = refused(
  409,
  'Somebody else changed the rubric meanwhile: load the page again, then make your change.',
)

function wouldChange(count: number): string {
  return (
    `This changes the points of ${count} ${count === 1 ? 'review' : 'reviews'}: see whose, ` +
    'and keep it from there.'
  )
}

function entryOf({ version, rubric }: RubricView) {
  return {
    version,
    criteria: rubric?.criteria.length ?? 0,
    pointsMax: rubric === undefined ? 0 : rubricMax(rubric),
  }
}
