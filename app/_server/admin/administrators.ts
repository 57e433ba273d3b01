/** Who runs the site. One administrator who can sign in always remains. */
import 'server-only'
import { db } from '#db'
import type { Transaction } from '../../../prisma/line.ts'
import { useLink } from '../account/one-time-links.ts'
import { recordEntry } from '../audit/record.ts'
import type { SessionUser } from '../session.ts'

/** Take it before the number of administrators may fall: two must not each be the last but one. */
export async function lockAdministrators(transaction: Transaction): Promise<void> {
  await transaction.$queryRaw`
    select 1 from pg_advisory_xact_lock(hashtextextended('administrators', 0))`
}

/** How many there are beside this one. */
export function countOtherAdministrators(
  transaction: Transaction,
  userId: string,
): Promise<number> {
  return transaction.user.count({
    where: { role: 'administrator', disabledAt: null, id: { not: userId } },
  })
}

/**
 * Makes the present user an administrator by the link that the operator has.
 * @returns false when the link was used, or is too old
 */
export async function becomeAdministrator(user: SessionUser, token: string): Promise<boolean> {
  return db.$transaction(async (transaction) => {
    const link = await useLink(transaction, token, ['becomeAdministrator'])
    if (link === undefined) return false
    await transaction.user.update({ where: { id: user.id }, data: { role: 'administrator' } })
    await recordEntry(transaction, {
      doer: user,
      action: 'administrator.became',
      personId: user.id,
      before: { role: user.role },
      after: { role: 'administrator' },
    })
    return true
  })
}
