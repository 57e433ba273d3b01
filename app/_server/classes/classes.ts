/** Classes: which there are for somebody, making one, its name, and the archive. */
import 'server-only'
import { db } from '#db'
import { recordClassEntry } from '../audit/record.ts'
import type { ClassRole } from '../authorise/roles.ts'
import type { SessionUser } from '../session.ts'
import { type Change, DONE } from './change.ts'

export interface ClassDetails {
  readonly title: string
  readonly term: string
  /** IANA name. */
  readonly timeZone: string
}

export interface ClassView extends ClassDetails {
  readonly id: string
  readonly archivedAt: Date | undefined
}

export interface MyClass extends ClassView {
  readonly role: ClassRole
  readonly learners: number
}

/** The classes of this person, the newest first, archived ones at the end. */
export async function listMyClasses(userId: string): Promise<readonly MyClass[]> {
  const rows = await db.membership.findMany({
    where: { userId, state: 'active' },
    select: {
      role: true,
      class: {
        include: {
          _count: { select: { memberships: { where: { role: 'learner', state: 'active' } } } },
        },
      },
    },
    orderBy: [{ class: { createdAt: 'desc' } }],
  })
  const all = rows.map(({ role, class: { _count, ...one } }) => ({
    ...toView(one),
    role,
    learners: _count.memberships,
  }))
  const isArchived = (one: ClassView) => Number(one.archivedAt !== undefined)
  return all.toSorted((a, b) => isArchived(a) - isArchived(b))
}

/** Whether this person is in any class: then the site shows the way there. */
export async function isInSomeClass(userId: string): Promise<boolean> {
  const found = await db.membership.findFirst({
    where: { userId, state: 'active' },
    select: { classId: true },
  })
  return found !== null
}

/** A class that the caller knows to be there. */
export async function readClass(id: string): Promise<ClassView> {
  return toView(await db.class.findUniqueOrThrow({ where: { id } }))
}

/** Makes a class, of which its maker is the owner; returns its id. */
export async function createClass(user: SessionUser, details: ClassDetails): Promise<string> {
  return db.$transaction(async (transaction) => {
    const { id } = await transaction.class.create({
      data: { ...details, memberships: { create: { userId: user.id, role: 'owner' } } },
    })
    await recordClassEntry(transaction, {
      doer: user,
      action: 'class.created',
      classId: id,
      after: { ...details },
    })
    return id
  })
}

export async function setDetails(
  user: SessionUser,
  classId: string,
  { title, term, timeZone }: ClassDetails,
): Promise<Change> {
  await db.$transaction(async (transaction) => {
    const before = await transaction.class.findUniqueOrThrow({
      where: { id: classId },
      select: { title: true, term: true, timeZone: true },
    })
    const after = { title, term, timeZone }
    await transaction.class.update({ where: { id: classId }, data: after })
    await recordClassEntry(transaction, {
      doer: user,
      action: 'class.changed',
      classId,
      before,
      after,
    })
  })
  return DONE
}

/** Makes a class one for reading only, or brings it back. */
export async function setArchived(
  user: SessionUser,
  classId: string,
  isArchived: boolean,
): Promise<Change> {
  await db.$transaction(async (transaction) => {
    const { count } = await transaction.class.updateMany({
      where: { id: classId, archivedAt: isArchived ? null : { not: null } },
      data: { archivedAt: isArchived ? new Date() : null },
    })
    if (count === 0) return
    const action = isArchived ? 'class.archived' : 'class.restored'
    await recordClassEntry(transaction, { doer: user, action, classId })
  })
  return DONE
}

function toView({
  id,
  title,
  term,
  timeZone,
  archivedAt,
}: ClassDetails & { readonly id: string; readonly archivedAt: Date | null }): ClassView {
  return { id, title, term, timeZone, archivedAt: archivedAt ?? undefined }
}
