/** The name that the site calls somebody by. */
import 'server-only'
import { db } from '#db'
import { recordEntry } from '../audit/record.ts'
import type { SessionUser } from '../session.ts'

export async function changeName(user: SessionUser, name: string): Promise<void> {
  await db.$transaction(async (transaction) => {
    await transaction.user.update({ where: { id: user.id }, data: { name } })
    await recordEntry(transaction, { doer: user, action: 'name.changed', personId: user.id })
  })
}
