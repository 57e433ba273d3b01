/** Comments that somebody of the staff keeps for this class, to use again. They are their own. */
import 'server-only'
import { db } from '#db'
import type { SavedView } from '../../../_classes/reviews/saved-comments.ts'
import { recordClassEntry } from '../../audit/record.ts'
import type { SessionUser } from '../../session.ts'
import { isUuid } from '../../uuid.ts'
import { type Change, DONE, refused } from '../change.ts'
import { lockClass } from '../class-lock.ts'

const SAVED_MAX = 200

/** Those of this person, the most used first. */
export async function listSaved(classId: string, userId: string): Promise<readonly SavedView[]> {
  return db.savedComment.findMany({
    where: { classId, userId },
    orderBy: [{ uses: 'desc' }, { title: 'asc' }],
    select: { id: true, title: true, text: true, uses: true },
  })
}

/** Saves a comment, in place of one with the same title. */
export async function saveComment(
  user: SessionUser,
  classId: string,
  { title, text }: { readonly title: string; readonly text: string },
): Promise<Change> {
  return db.$transaction(async (transaction) => {
    await lockClass(transaction, classId)
    const own = { classId, userId: user.id }
    const count = await transaction.savedComment.count({ where: { ...own, title: { not: title } } })
    if (count >= SAVED_MAX) return TOO_MANY
    const { id } = await transaction.savedComment.upsert({
      where: { classId_userId_title: { ...own, title } },
      create: { ...own, title, text },
      update: { text },
    })
    const action = 'saved-comment.kept'
    await recordClassEntry(transaction, { doer: user, action, classId, after: { saved: id } })
    return { kind: 'done', value: { id } }
  })
}

const TOO_MANY = refused(
  409,
  `You have ${SAVED_MAX} saved comments in this class: remove some that you do not use.`,
)

export async function removeSaved(user: SessionUser, classId: string, id: string): Promise<Change> {
  return db.$transaction(async (transaction) => {
    const { count } = isUuid(id)
      ? await transaction.savedComment.deleteMany({ where: { id, classId, userId: user.id } })
      : { count: 0 }
    if (count === 0) return refused(404, 'There is no such saved comment of yours in this class.')
    const action = 'saved-comment.removed'
    await recordClassEntry(transaction, { doer: user, action, classId, before: { saved: id } })
    return DONE
  })
}
