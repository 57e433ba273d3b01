/** The sessions of one person: where they are signed in, and how to end that. */
import 'server-only'
import { db } from '#db'
import { recordEntry } from '../audit/record.ts'
import type { SessionUser } from '../session.ts'
import { deviceName } from './device-name.ts'

export interface SessionView {
  readonly id: string
  /** Such as `Firefox on Linux`. */
  readonly device: string
  readonly address: string | undefined
  readonly signedInAt: Date
  /** To the day: a session is renewed once in a day of use. */
  readonly usedAt: Date
}

/** The sessions that are not over, the last used first. */
export async function listSessions(userId: string): Promise<readonly SessionView[]> {
  const rows = await db.session.findMany({
    where: { userId, expiresAt: { gt: new Date() } },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
  })
  return rows.map(({ id, userAgent, ipAddress, createdAt, updatedAt }) => ({
    id,
    device: deviceName(userAgent ?? ''),
    address: ipAddress === null || ipAddress === '' ? undefined : ipAddress,
    signedInAt: createdAt,
    usedAt: updatedAt,
  }))
}

/** Ends one session of this person; false when there is no such one. */
export async function endSession(user: SessionUser, id: string): Promise<boolean> {
  return (await endSessions(user, { userId: user.id, id })) > 0
}

/** Ends all sessions of this person but the present one; returns how many there were. */
export async function endOtherSessions(user: SessionUser): Promise<number> {
  return endSessions(user, { userId: user.id, id: { not: user.sessionId } })
}

/** Ends all sessions of somebody; returns how many there were. */
export async function endSessionsOf(doer: SessionUser, personId: string): Promise<number> {
  return endSessions(doer, { userId: personId })
}

async function endSessions(
  doer: SessionUser,
  where: { readonly userId: string; readonly id?: string | { readonly not: string } },
): Promise<number> {
  return db.$transaction(async (transaction) => {
    const { count } = await transaction.session.deleteMany({ where })
    if (count > 0) {
      const after = { count }
      await recordEntry(transaction, {
        doer,
        action: 'sessions.ended',
        personId: where.userId,
        after,
      })
    }
    return count
  })
}
