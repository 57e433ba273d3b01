/**
 * Confirming an address, and changing it. A link counts only in a session of the account that
 * it was made for: else whoever makes an account with somebody's address could have its owner
 * confirm it by a click, and share the account from then on.
 */
import 'server-only'
import { db } from '#db'
import { Prisma } from '../../../prisma/generated/client.ts'
import { recordEntry } from '../audit/record.ts'
import { joinByAddress } from '../classes/join.ts'
import { hasMail } from '../mail/mailer.ts'
import { changedMail } from '../mail/mails.ts'
import { isSent, mailLink } from '../mail/post.ts'
import type { SessionUser } from '../session.ts'
import { readLink, useLink } from './one-time-links.ts'
import { type Proof, proveOwner } from './proof.ts'

export type EmailChange =
  | Exclude<Proof, 'proven'>
  /** A link went to the new address. */
  | 'mailed'
  | 'not-mailed'
  /** Done, without any confirmation: this site cannot send mail. */
  | 'changed'
  | 'taken'

/** Changes the address, by a mail to the new one where there is a mail server. */
export async function changeEmail(
  user: SessionUser,
  { email: typed, password }: { readonly email: string; readonly password: string },
): Promise<EmailChange> {
  const proof = await proveOwner(user, password)
  if (proof !== 'proven') return proof
  const email = typed.toLowerCase()
  if (hasMail()) return (await mailLink('changeEmail', user.id, email)) ? 'mailed' : 'not-mailed'
  return unlessTaken(async () => {
    await db.$transaction(async (transaction) => {
      await transaction.user.update({
        where: { id: user.id },
        data: { email, emailVerified: false },
      })
      await recordEntry(transaction, { doer: user, action: 'email.changed', personId: user.id })
    })
    return 'changed' as const
  })
}

/** Sends the mail that confirms the present address once more. */
export async function sendConfirmation(user: SessionUser): Promise<boolean> {
  const { email } = await db.user.findUniqueOrThrow({ where: { id: user.id } })
  return mailLink('confirmEmail', user.id, email)
}

const PURPOSES = ['confirmEmail', 'changeEmail'] as const

export type Confirmation = 'confirmed' | 'no-such-link' | 'taken'

/** Uses a link to confirm the address, or to change it to the one that it went to. */
export async function confirmEmail(user: SessionUser, token: string): Promise<Confirmation> {
  const link = await readLink(token, PURPOSES)
  // Somebody who is signed in as another must not use up the link either.
  if (link?.userId !== user.id) return 'no-such-link'
  return unlessTaken(async () => {
    const before = await db.$transaction((transaction) => confirm(transaction, user, token))
    if (before === undefined) return 'no-such-link' as const
    if (before !== '') await isSent(changedMail({ to: before, name: user.name }))
    return 'confirmed' as const
  })
}

/** @returns the address that gave way, empty when it is the same, undefined without a link */
async function confirm(
  transaction: Prisma.TransactionClient,
  user: SessionUser,
  token: string,
): Promise<string | undefined> {
  const link = await useLink(transaction, token, PURPOSES)
  const present = await transaction.user.findUniqueOrThrow({ where: { id: user.id } })
  const isChange = link?.purpose === 'changeEmail'
  if (link === undefined || link.email === null) return undefined
  if (!isChange && link.email !== present.email) return undefined
  await transaction.user.update({
    where: { id: user.id },
    data: { email: link.email, emailVerified: true },
  })
  await recordEntry(transaction, {
    doer: user,
    action: isChange ? 'email.changed' : 'email.confirmed',
    personId: user.id,
  })
  await joinByAddress(transaction, { doer: user, email: link.email })
  return isChange && present.email !== link.email ? present.email : ''
}

async function unlessTaken<Result>(change: () => Promise<Result>): Promise<Result | 'taken'> {
  try {
    return await change()
  } catch (error) {
    const isTaken = error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
    if (isTaken) return 'taken'
    throw error
  }
}
