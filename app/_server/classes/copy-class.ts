/** A class made anew for another term: its work with rubrics, sections and rules, and none of its learners. */
import 'server-only'
import { db } from '#db'
import type { Prisma } from '../../../prisma/generated/client.ts'
import { moveSchedule } from '../../_classes/copy-dates.ts'
import type { Schedule } from '../../_classes/schedule.ts'
import { daysBetween, wallTimeOf } from '../../_classes/time-zone.ts'
import { recordClassEntry } from '../audit/record.ts'
import type { SessionUser } from '../session.ts'
import type { ClassDetails } from './classes.ts'

interface CopyToMake {
  readonly classId: string
  readonly details: ClassDetails
  /** The day, `2027-03-01`, on which the work opens that opens first. */
  readonly firstDay: string
}

/**
 * Copies a class; all dates move by the same number of days. Staff come along in their roles,
 * and whoever copies it is an owner. Returns the id of the copy.
 */
export async function copyClass(
  user: SessionUser,
  { classId, details, firstDay }: CopyToMake,
): Promise<string> {
  return db.$transaction(async (transaction) => {
    const original = await transaction.class.findUniqueOrThrow({
      where: { id: classId },
      include: {
        sections: true,
        atRiskRules: { omit: { classId: true } },
        assignments: {
          orderBy: [{ opensAt: 'asc' }, { id: 'asc' }],
          include: { rubrics: { orderBy: { version: 'desc' }, take: 1 } },
        },
        memberships: { where: { role: { not: 'learner' }, state: 'active' } },
      },
    })
    const move = {
      days: daysToMove(original.assignments[0]?.opensAt, original.timeZone, firstDay),
      from: original.timeZone,
      to: details.timeZone,
    }
    const { id } = await transaction.class.create({
      data: {
        ...details,
        ...(original.atRiskRules === null ? {} : { atRiskRules: { create: original.atRiskRules } }),
        sections: { create: original.sections.map(({ name }) => ({ name })) },
        memberships: {
          create: original.memberships.map(({ userId, role }) => ({
            userId,
            role: userId === user.id ? 'owner' : role,
          })),
        },
        assignments: {
          create: original.assignments.map(
            ({ id: _id, classId: _class, createdAt: _at, releasedAt: _released, ...row }) => {
              const { dueAt, lateUntil, rubrics, ...rest } = row
              const schedule: Schedule = {
                ...rest,
                dueAt: dueAt ?? undefined,
                lateUntil: lateUntil ?? undefined,
              }
              const moved = moveSchedule(schedule, move)
              return {
                ...rest,
                opensAt: moved.opensAt,
                dueAt: moved.dueAt ?? null,
                lateUntil: moved.lateUntil ?? null,
                rubrics: { create: rubrics.map(firstVersion) },
              }
            },
          ),
        },
      },
    })
    await recordClassEntry(transaction, {
      doer: user,
      action: 'class.copied',
      classId: id,
      after: { ...details, of: classId, days: move.days },
    })
    return id
  })
}

/** A copy begins with the rubric as it is, and without its history. */
function firstVersion({ criteria }: { readonly criteria: Prisma.JsonValue }) {
  return { version: 1, criteria: criteria as Prisma.InputJsonValue }
}

function daysToMove(first: Date | undefined, timeZone: string, firstDay: string): number {
  return first === undefined ? 0 : daysBetween(wallTimeOf(first, timeZone), `${firstDay}T00:00`)
}
