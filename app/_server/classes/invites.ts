/** Links that let whoever has them into a class. */
import 'server-only'
import { db } from '#db'
import { hashOfToken, newToken } from '../../../prisma/link-token.ts'
import { type InviteState, inviteState } from '../../_classes/roster/invite-state.ts'
import { recordClassEntry } from '../audit/record.ts'
import type { ClassRole } from '../authorise/roles.ts'
import type { SessionUser } from '../session.ts'
import { isUuid } from '../uuid.ts'
import { type Change, DONE, refused } from './change.ts'
import { isSectionOf, NO_SUCH_SECTION } from './sections.ts'

export interface InviteView {
  readonly id: string
  readonly role: ClassRole
  readonly sectionId: string | undefined
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly uses: number
  readonly usesMax: number
  readonly state: InviteState
}

/** The newest first. */
export async function listInvites(classId: string, now: Date): Promise<readonly InviteView[]> {
  const rows = await db.invite.findMany({ where: { classId }, orderBy: { createdAt: 'desc' } })
  return rows.map(({ id, role, sectionId, createdAt, expiresAt, uses, usesMax }) => ({
    id,
    role,
    sectionId: sectionId ?? undefined,
    createdAt,
    expiresAt,
    uses,
    usesMax,
    state: inviteState({ expiresAt, uses, usesMax }, now),
  }))
}

const MS_PER_DAY = 86_400_000

export interface InviteToMake {
  readonly classId: string
  readonly role: ClassRole
  /** Empty for none. */
  readonly sectionId: string
  readonly days: number
  readonly usesMax: number
}

/** Makes a link; its token is in the answer, and nowhere else. */
export async function makeInvite(
  user: SessionUser,
  { classId, role, sectionId, days, usesMax }: InviteToMake,
): Promise<Change> {
  if (sectionId !== '' && !(await isSectionOf(classId, sectionId))) return NO_SUCH_SECTION
  const token = newToken()
  const expiresAt = new Date(Date.now() + days * MS_PER_DAY)
  await db.$transaction(async (transaction) => {
    await transaction.invite.create({
      data: {
        classId,
        role,
        sectionId: sectionId === '' ? null : sectionId,
        tokenHash: hashOfToken(token) ?? '',
        expiresAt,
        usesMax,
      },
    })
    await recordClassEntry(transaction, {
      doer: user,
      action: 'invite.made',
      classId,
      after: { role, expiresAt: expiresAt.toISOString(), usesMax },
    })
  })
  return { kind: 'done', value: { path: `/join/${token}` } }
}

/** Ends a link before its time. */
export async function endInvite(
  user: SessionUser,
  classId: string,
  inviteId: string,
): Promise<Change> {
  return db.$transaction(async (transaction) => {
    const where = { id: inviteId, classId }
    const { count } = isUuid(inviteId)
      ? await transaction.invite.deleteMany({ where })
      : { count: 0 }
    if (count === 0) return refused(404, 'There is no such link: perhaps it was ended already.')
    await recordClassEntry(transaction, { doer: user, action: 'invite.ended', classId })
    return DONE
  })
}
