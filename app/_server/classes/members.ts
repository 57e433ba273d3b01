/** Who is in a class, and as what. One owner always remains. */
import 'server-only'
import { db } from '#db'
import type { Transaction } from '../../../prisma/line.ts'
import { recordClassEntry } from '../audit/record.ts'
import type { ClassRole } from '../authorise/roles.ts'
import type { SessionUser } from '../session.ts'
import { type Change, DONE, refused } from './change.ts'
import { lockClass } from './class-lock.ts'
import { isSectionOf, NO_SUCH_SECTION } from './sections.ts'

export interface MemberView {
  readonly userId: string
  /** As the roster has it; else as the account has it. */
  readonly name: string
  readonly email: string
  readonly role: ClassRole
  readonly state: 'active' | 'removed'
  readonly sectionId: string | undefined
  readonly joinedAt: Date
}

/** Everybody who is or was in it. */
export async function listMembers(classId: string): Promise<readonly MemberView[]> {
  const [rows, entries] = await Promise.all([
    db.membership.findMany({
      where: { classId },
      include: { user: { select: { name: true, email: true } } },
    }),
    db.rosterEntry.findMany({
      where: { classId, userId: { not: null } },
      select: { userId: true, name: true },
    }),
  ])
  const names = new Map(entries.map(({ userId, name }) => [userId, name]))
  const by = new Intl.Collator('en', { numeric: true })
  return rows
    .map(({ user, userId, role, state, sectionId, joinedAt }) => ({
      userId,
      name: names.get(userId) ?? user.name,
      email: user.email,
      role,
      state,
      sectionId: sectionId ?? undefined,
      joinedAt,
    }))
    .toSorted((a, b) => by.compare(a.name, b.name) || (a.userId < b.userId ? -1 : 1))
}

const NO_SUCH_MEMBER = refused(
  404,
  'There is nobody like this in the class: load the page again to see who is in it.',
)
const LAST_OWNER = refused(409, 'A class needs an owner: make somebody else an owner first.')

interface Member {
  readonly role: ClassRole
  readonly state: 'active' | 'removed'
}

type MemberChange = (transaction: Transaction, member: Member) => Promise<Change>

async function changeMember(
  classId: string,
  userId: string,
  change: MemberChange,
): Promise<Change> {
  return db.$transaction(async (transaction) => {
    await lockClass(transaction, classId)
    const member = await transaction.membership.findUnique({
      where: { classId_userId: { classId, userId } },
      select: { role: true, state: true },
    })
    return member === null ? NO_SUCH_MEMBER : change(transaction, member)
  })
}

async function isLastOwner(
  transaction: Transaction,
  classId: string,
  userId: string,
): Promise<boolean> {
  const where = { classId, role: 'owner', state: 'active' } as const
  const owners = await transaction.membership.findMany({ where, select: { userId: true } })
  return owners.length === 1 && owners[0]?.userId === userId
}

export async function setMemberRole(
  user: SessionUser,
  { classId, userId, role }: { classId: string; userId: string; role: ClassRole },
): Promise<Change> {
  return changeMember(classId, userId, async (transaction, member) => {
    if (member.role === role) return DONE
    if (await isLastOwner(transaction, classId, userId)) return LAST_OWNER
    await transaction.membership.update({
      where: { classId_userId: { classId, userId } },
      data: { role },
    })
    await recordClassEntry(transaction, {
      doer: user,
      action: 'member.role-set',
      classId,
      before: { person: userId, role: member.role },
      after: { person: userId, role },
    })
    return DONE
  })
}

/** @param sectionId empty for none */
export async function setMemberSection(
  user: SessionUser,
  { classId, userId, sectionId }: { classId: string; userId: string; sectionId: string },
): Promise<Change> {
  if (sectionId !== '' && !(await isSectionOf(classId, sectionId))) return NO_SUCH_SECTION
  return changeMember(classId, userId, async (transaction) => {
    await transaction.membership.update({
      where: { classId_userId: { classId, userId } },
      data: { sectionId: sectionId === '' ? null : sectionId },
    })
    await recordClassEntry(transaction, {
      doer: user,
      action: 'member.section-set',
      classId,
      after: { person: userId, section: sectionId },
    })
    return DONE
  })
}

/**
 * Takes somebody off the class, or lets them in again.
 * @param maySetStaff whether who does it may say who is staff
 */
export async function setMemberState(
  user: SessionUser,
  {
    classId,
    userId,
    state,
    maySetStaff,
  }: { classId: string; userId: string; state: Member['state']; maySetStaff: boolean },
): Promise<Change> {
  return changeMember(classId, userId, async (transaction, member) => {
    if (member.state === state) return DONE
    if (member.role !== 'learner' && !maySetStaff) {
      return refused(403, 'Only an owner of the class takes staff off it, or lets them in again.')
    }
    if (await isLastOwner(transaction, classId, userId)) return LAST_OWNER
    await transaction.membership.update({
      where: { classId_userId: { classId, userId } },
      data: { state },
    })
    await recordClassEntry(transaction, {
      doer: user,
      action: state === 'removed' ? 'member.removed' : 'member.restored',
      classId,
      after: { person: userId, role: member.role },
    })
    return DONE
  })
}
