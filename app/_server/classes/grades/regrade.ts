/**
 * Grades the submissions of an assignment again with the present version of its lab: first for a
 * preview, then, if staff say so, for the grades. Verdicts stay as they are, and so does what was
 * adjusted by hand.
 */
import 'server-only'
import { db } from '#db'
import { findStep } from '#labs/index.ts'
import { joinRehearsalLine, type Transaction } from '../../../../prisma/line.ts'
import type { Audited, AuditedState } from '../../audit/audited.ts'
import { recordClassEntry } from '../../audit/record.ts'
import type { SessionUser } from '../../session.ts'
import { isUuid } from '../../uuid.ts'
import { NO_SUCH_ASSIGNMENT } from '../assignments.ts'
import { type Change, DONE, refused } from '../change.ts'
import { lockClass } from '../class-lock.ts'

export interface RegradeView {
  readonly labVersion: number
  readonly orderedAt: Date
  readonly graded: number
  readonly waiting: number
  /** What nobody could grade again; its grade stays as it is. */
  readonly faults: number
}

/** The regrade of an assignment that is neither applied nor discarded; undefined without one. */
export async function readRegrade(assignmentId: string): Promise<RegradeView | undefined> {
  const open = await db.regrade.findUnique({ where: { assignmentId } })
  if (open === null) return undefined
  const where = { assignmentId, isApplied: false }
  const [graded, faults, all] = await Promise.all([
    db.regradeResult.count({ where: { ...where, outcome: { not: null } } }),
    db.regradeResult.count({ where: { ...where, outcome: null, fault: { not: null } } }),
    db.regradeResult.count({ where }),
  ])
  const { labVersion, orderedAt } = open
  return { labVersion, orderedAt, graded, faults, waiting: all - graded - faults }
}

interface RegradeOf {
  readonly classId: string
  readonly assignmentId: string
}

/** Thousands of rows and jobs are made at once. */
const BULK = { timeout: 120_000 } as const

/**
 * Orders new verdicts, for a preview, of what an older version of the lab judged. Ordering again
 * takes in what came since, and what failed.
 */
export async function orderRegrade(user: SessionUser, of: RegradeOf): Promise<Change> {
  return change(of, async (transaction, assignment) => {
    const { assignmentId, classId } = of
    const { kind, target, stepIds } = assignment
    const labVersion = findStep(target, stepIds[0] ?? '')?.lab.version
    if (kind !== 'step' || labVersion === undefined) {
      return refused(409, 'Only steps of labs are graded again: lessons and quizzes are not.')
    }
    const ids = await addResults(transaction, { ...of, target, stepIds, labVersion })
    const where = { assignmentId }
    if (ids.length === 0 && (await transaction.regrade.count({ where })) === 0) {
      return refused(
        409,
        `Nothing is to be graded again: lab version ${labVersion} has judged all of it already.`,
      )
    }
    const data = { labVersion, orderedAt: new Date() }
    await transaction.regrade.upsert({ where, create: { assignmentId, ...data }, update: data })
    await joinRehearsalLine(
      transaction,
      ids.map((submissionId) => ({ assignmentId, submissionId })),
    )
    const after = { assignment: assignmentId, labVersion, submissions: ids.length }
    await record(transaction, { user, classId, action: 'regrade.ordered', after })
    return DONE
  })
}

/** What judged it last may be its verdict, or a regrade that was applied. */
async function addResults(
  transaction: Transaction,
  {
    classId,
    assignmentId,
    target,
    stepIds,
    labVersion,
  }: RegradeOf & {
    readonly target: string
    readonly stepIds: readonly string[]
    readonly labVersion: number
  },
): Promise<readonly string[]> {
  const rows = await transaction.$queryRaw<{ id: string }[]>`
    insert into "RegradeResult" as known ("assignmentId", "submissionId", "labVersion")
    select ${assignmentId}::uuid, submission.id, ${labVersion}::int
    from "Membership" member
    join "Submission" submission on submission."userId" = member."userId"
    join "SubmissionVerdict" verdict on verdict."submissionId" = submission.id
    left join "RegradeResult" applied on applied."assignmentId" = ${assignmentId}::uuid
      and applied."submissionId" = submission.id and applied."isApplied"
    where member."classId" = ${classId}::uuid
      and member.role = 'learner' and member.state = 'active'
      and submission."labId" = ${target} and submission."stepId" = any(${[...stepIds]}::text[])
      and verdict.outcome <> 'our-fault'
      and greatest(verdict."labVersion", applied."labVersion") < ${labVersion}::int
    on conflict ("assignmentId", "submissionId", "isApplied") do update
      set "labVersion" = ${labVersion}::int, outcome = null, fault = null
      where known."labVersion" < ${labVersion}::int or known.fault is not null
    returning "submissionId"::text as id`
  return rows.map(({ id }) => id)
}

/** Lets the grades follow from the new verdicts. */
export async function applyRegrade(user: SessionUser, of: RegradeOf): Promise<Change> {
  return change(of, async (transaction) => {
    const { assignmentId, classId } = of
    const open = await transaction.regrade.findUnique({ where: { assignmentId } })
    if (open === null) return NO_REGRADE
    const mine = { assignmentId, isApplied: false }
    const waiting = await transaction.regradeResult.count({
      where: { ...mine, outcome: null, fault: null },
    })
    if (waiting > 0) {
      return refused(409, `${waiting} submissions are still to be graded: wait for them.`)
    }
    await transaction.$executeRaw`
      delete from "RegradeResult" applied using "RegradeResult" fresh
      where applied."assignmentId" = ${assignmentId}::uuid and applied."isApplied"
        and fresh."assignmentId" = applied."assignmentId" and not fresh."isApplied"
        and fresh."submissionId" = applied."submissionId" and fresh.outcome is not null`
    const { count } = await transaction.regradeResult.updateMany({
      where: { ...mine, outcome: { not: null } },
      data: { isApplied: true },
    })
    await transaction.regradeResult.deleteMany({ where: mine })
    await transaction.regrade.delete({ where: { assignmentId } })
    const { labVersion } = open
    const after = { assignment: assignmentId, labVersion, submissions: count }
    await record(transaction, { user, classId, action: 'regrade.applied', after })
    return DONE
  })
}

/** No grade changes, and what was found is forgotten. */
export async function discardRegrade(user: SessionUser, of: RegradeOf): Promise<Change> {
  return change(of, async (transaction) => {
    const { assignmentId, classId } = of
    const { count } = await transaction.regrade.deleteMany({ where: { assignmentId } })
    if (count === 0) return NO_REGRADE
    await transaction.regradeResult.deleteMany({ where: { assignmentId, isApplied: false } })
    const after = { assignment: assignmentId }
    await record(transaction, { user, classId, action: 'regrade.discarded', after })
    return DONE
  })
}

const NO_REGRADE = refused(
  404,
  'There is no regrade to decide about: perhaps somebody applied or discarded it already.',
)

async function change(
  { classId, assignmentId }: RegradeOf,
  act: (transaction: Transaction, assignment: RegradedWork) => Promise<Change>,
): Promise<Change> {
  if (!isUuid(assignmentId)) return NO_SUCH_ASSIGNMENT
  return db.$transaction(async (transaction) => {
    await lockClass(transaction, classId)
    const found = await transaction.assignment.findFirst({ where: { id: assignmentId, classId } })
    return found === null ? NO_SUCH_ASSIGNMENT : act(transaction, found)
  }, BULK)
}

interface RegradedWork {
  readonly kind: 'step' | 'lesson' | 'quiz'
  readonly target: string
  readonly stepIds: readonly string[]
}

interface EntryOfRegrade {
  readonly user: SessionUser
  readonly classId: string
  readonly action: Audited
  readonly after: AuditedState
}

function record(transaction: Transaction, { user, ...entry }: EntryOfRegrade): Promise<void> {
  return recordClassEntry(transaction, { doer: user, ...entry })
}
