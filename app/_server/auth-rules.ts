/**
 * What must hold whichever way somebody signs up or in: disabled accounts stay out, and
 * addresses that nobody confirmed make no account by a provider.
 */
import 'server-only'
import { APIError } from 'better-auth/api'
import { db } from '#db'
import { isSent, writeLinkMail } from './mail/post.ts'

const NAME_LENGTH_MAX = 80

/** How long after signing in ways to sign in may be changed without a password, in seconds. */
export const FRESH_S = 3_600

/** Refuses a session for a disabled account. */
export async function requireEnabled({ userId }: { readonly userId: string }): Promise<void> {
  const user = await db.user.findUnique({ where: { id: userId }, select: { disabledAt: true } })
  if (user === null || user.disabledAt === null) return
  throw new APIError('FORBIDDEN', {
    code: 'ACCOUNT_DISABLED',
    message: 'This account is disabled.',
  })
}

/** Not every provider knows a name, and whoever writes to the server writes what they like. */
export function named<User extends { readonly name: string }>(user: User) {
  const name = user.name.trim().slice(0, NAME_LENGTH_MAX)
  return Promise.resolve({ data: { ...user, name: name === '' ? 'Nameless' : name } })
}

/** Mails the link that confirms the address of a new account; guests have none. */
export async function greet(user: {
  readonly id: string
  readonly email: string
  readonly emailVerified: boolean
  readonly isAnonymous?: unknown
}): Promise<void> {
  if (user.isAnonymous === true || user.emailVerified) return
  const mail = await writeLinkMail('confirmEmail', user.id, user.email)
  // Nobody waits for the mail server: `isSent` tells our log when it was in vain.
  if (mail !== undefined) void isSent(mail)
}

/**
 * An account that a provider makes has an address that the provider has confirmed: else
 * somebody could make one with the address of another, and wait for them.
 */
export function requireConfirmed({
  user,
  source,
}: {
  readonly user: { readonly emailVerified?: boolean | undefined }
  readonly source: { readonly action: string; readonly method: string }
}): { readonly error: string; readonly errorDescription: string } | undefined {
  if (source.method !== 'oauth' || source.action !== 'create-user') return undefined
  if (user.emailVerified === true) return undefined
  return {
    error: 'email_not_confirmed_there',
    errorDescription: 'The provider has not confirmed this e-mail address.',
  }
}
