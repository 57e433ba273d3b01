/** Mails with a link that only its reader has. */
import 'server-only'
import { db } from '#db'
import { makeLink } from '../account/one-time-links.ts'
import { hasMail, type Mail, sendMail } from './mailer.ts'
import { changeMail, confirmationMail, resetMail } from './mails.ts'

const PATHS = {
  confirmEmail: { path: '/confirm-email/', mail: confirmationMail },
  changeEmail: { path: '/confirm-email/', mail: changeMail },
  resetPassword: { path: '/reset-password/', mail: resetMail },
} as const

/**
 * Makes a link and mails it.
 * @param email where it goes, and what it confirms
 * @returns false when this site has no mail server, or the server did not take it
 */
export async function mailLink(
  purpose: keyof typeof PATHS,
  userId: string,
  email: string,
): Promise<boolean> {
  const mail = await writeLinkMail(purpose, userId, email)
  return mail !== undefined && isSent(mail)
}

/** Makes the link and the mail with it, for whoever does not wait for the mail server. */
export async function writeLinkMail(
  purpose: keyof typeof PATHS,
  userId: string,
  email: string,
): Promise<Mail | undefined> {
  if (!hasMail()) return undefined
  const user = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true } })
  const token = await makeLink({ purpose, userId, email })
  const { path, mail } = PATHS[purpose]
  const link = new URL(path + token, process.env.NETSPLIT_URL).href
  return mail({ to: email, name: user.name, link })
}

/** A mail server that is away is our trouble, and told in our log. */
export async function isSent(mail: Mail): Promise<boolean> {
  try {
    await sendMail(mail)
    return true
  } catch (error) {
    console.error(`The mail “${mail.subject}” could not be sent:`, error)
    return false
  }
}
