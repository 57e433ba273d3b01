/** Changing one's password, and getting a new one by mail. */
import 'server-only'
import { randomUUID } from 'node:crypto'
import { db } from '#db'
import type { Transaction } from '../../../prisma/line.ts'
import { recordEntry } from '../audit/record.ts'
import { getAuth } from '../auth.ts'
import { mailLink } from '../mail/post.ts'
import type { SessionUser } from '../session.ts'
import { useLink } from './one-time-links.ts'
import { type Proof, proveOwner } from './proof.ts'

/** Sets a password; sessions on other machines end, for one of them may be why it is changed. */
export async function changePassword(
  user: SessionUser,
  { current, password }: { readonly current: string; readonly password: string },
): Promise<Proof> {
  const proof = await proveOwner(user, current)
  if (proof !== 'proven') return proof
  const hash = await hashOf(password)
  await db.$transaction(async (transaction) => {
    await storePassword(transaction, user.id, hash)
    // Whoever had one mailed may be the reason for the change.
    await transaction.oneTimeLink.deleteMany({
      where: { userId: user.id, purpose: 'resetPassword' },
    })
    await transaction.session.deleteMany({
      where: { userId: user.id, id: { not: user.sessionId } },
    })
    await recordEntry(transaction, { doer: user, action: 'password.changed', personId: user.id })
  })
  return proof
}

/** Mails a link if there is such an account. The answer is the same either way. */
export async function requestReset(email: string): Promise<void> {
  const user = await db.user.findUnique({
    where: { email: email.toLowerCase() },
    select: { id: true, email: true, disabledAt: true, isAnonymous: true },
  })
  if (user === null || user.disabledAt !== null || user.isAnonymous === true) return
  await mailLink('resetPassword', user.id, user.email)
}

/**
 * Sets the password of whom the link was mailed to, and ends all sessions. Whoever opens it has
 * the mailbox, so the address is confirmed. If it was not before, somebody else may have made
 * the account with it: then every other way to sign in goes.
 * @returns false when the link was used, is too old, or the account has another address by now
 */
export async function resetPassword(
  token: string,
  password: string,
  address: string | undefined,
): Promise<boolean> {
  const hash = await hashOf(password)
  return db.$transaction(async (transaction) => {
    const link = await useLink(transaction, token, ['resetPassword'])
    if (link === undefined || link.userId === null || link.email === null) return false
    const { userId, email } = link
    const user = await transaction.user.findUnique({ where: { id: userId, email } })
    if (user === null || user.disabledAt !== null) return false
    if (!user.emailVerified) await removeOtherMethods(transaction, userId)
    await storePassword(transaction, userId, hash)
    await transaction.user.update({ where: { id: userId }, data: { emailVerified: true } })
    await transaction.session.deleteMany({ where: { userId } })
    await recordEntry(transaction, {
      doer: { id: userId, address },
      action: 'password.reset',
      personId: userId,
    })
    return true
  })
}

async function removeOtherMethods(transaction: Transaction, userId: string): Promise<void> {
  await transaction.passkey.deleteMany({ where: { userId } })
  await transaction.account.deleteMany({ where: { userId, providerId: { not: 'credential' } } })
}

/** As the library stores it: the account of its own provider, named by the user. */
async function storePassword(
  transaction: Transaction,
  userId: string,
  password: string,
): Promise<void> {
  await transaction.account.upsert({
    where: { providerId_accountId: { providerId: 'credential', accountId: userId } },
    create: { id: randomUUID(), userId, providerId: 'credential', accountId: userId, password },
    update: { password },
  })
}

async function hashOf(password: string): Promise<string> {
  return (await getAuth().$context).password.hash(password)
}
