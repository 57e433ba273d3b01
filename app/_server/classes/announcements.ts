/** What staff tell a class. */
import 'server-only'
import { db } from '#db'
import { recordClassEntry } from '../audit/record.ts'
import type { SessionUser } from '../session.ts'
import { isUuid } from '../uuid.ts'
import { type Change, DONE, refused } from './change.ts'

export interface AnnouncementView {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly createdAt: Date
}

const SHOWN_MAX = 20

/** The newest first. */
export async function listAnnouncements(classId: string): Promise<readonly AnnouncementView[]> {
  return db.announcement.findMany({
    where: { classId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: SHOWN_MAX,
    select: { id: true, title: true, text: true, createdAt: true },
  })
}

export async function announce(
  user: SessionUser,
  classId: string,
  { title, text }: { readonly title: string; readonly text: string },
): Promise<Change> {
  await db.$transaction(async (transaction) => {
    await transaction.announcement.create({ data: { classId, title, text } })
    await recordClassEntry(transaction, {
      doer: user,
      action: 'announcement.made',
      classId,
      after: { title },
    })
  })
  return DONE
}

export async function removeAnnouncement(
  user: SessionUser,
  classId: string,
  id: string,
): Promise<Change> {
  return db.$transaction(async (transaction) => {
    const { count } = isUuid(id)
      ? await transaction.announcement.deleteMany({ where: { id, classId } })
      : { count: 0 }
    if (count === 0) return refused(404, 'There is no such announcement: perhaps it was removed.')
    await recordClassEntry(transaction, { doer: user, action: 'announcement.removed', classId })
    return DONE
  })
}
