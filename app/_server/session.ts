/** Who is asking. A guest is a user like any other, without e-mail and password. */
import 'server-only'
import { headers } from 'next/headers'
import { cache } from 'react'
import { getAuth } from './auth.ts'
import type { AccountRole } from './authorise/roles.ts'
import { addressOf } from './request-address.ts'
import { hasSession, withoutSession } from './stale-session.ts'
import { type ActiveView, findView } from './viewing/active-view.ts'

export interface SessionUser {
  readonly id: string
  readonly name: string
  readonly isGuest: boolean
  readonly role: 'guest' | AccountRole
  /** The session by which they ask. */
  readonly sessionId: string
  /** When they last proved who they are. */
  readonly signedInAt: Date
  /** From where the request comes, for the audit entries. */
  readonly address: string | undefined
  /** Whether pages of classes show pseudonyms in this session. */
  readonly hidesNames?: boolean
  /** Set when the session is somebody else's, who sees the site as this person does. */
  readonly view?: ActiveView
}

/**
 * The signed-in user or guest, or undefined; in a view the one who is seen. A view of a class
 * shows nothing of its learner but what asks for that class (`readActing`): to all else, there
 * is nobody. A few queries per page, however many ask.
 */
export const readUser = cache(async (): Promise<SessionUser | undefined> => {
  const acting = await readActing()
  return acting?.view?.classId === undefined ? acting : undefined
})

/** The same, with the learner of a view of a class. For `authorise`, and for that class. */
export const readActing = cache(async (): Promise<SessionUser | undefined> => {
  const self = await readSelf()
  if (self === undefined || self.isGuest) return self
  const found = await findView({ ...self, role: roleOf(self.role) })
  if (found === undefined) return self
  const { learner, view } = found
  return { ...self, ...learner, isGuest: false, role: 'member', view }
})

/** Whoever signed in, also when they see the site as somebody else. */
const readSelf = cache(async (): Promise<SessionUser | undefined> => {
  const found = await readSession()
  if (found === undefined) return undefined
  const { id, name, isAnonymous, role } = found.user
  const isGuest = isAnonymous === true
  return {
    id,
    name,
    isGuest,
    role: isGuest ? 'guest' : roleOf(role),
    sessionId: found.session.id,
    signedInAt: found.session.createdAt,
    address: addressOf(await headers()),
    hidesNames: found.session.hidesNames === true,
  }
})

/** The e-mail address of the present user; undefined for strangers and guests. */
export async function readEmail(): Promise<
  { readonly address: string; readonly isConfirmed: boolean } | undefined
> {
  const [found, user] = await Promise.all([readSession(), readUser()])
  if (found === undefined || user === undefined || user.isGuest) return undefined
  if (user.view !== undefined) return user.view.email
  return { address: found.user.email, isConfirmed: found.user.emailVerified }
}

const readSession = cache(async () => {
  const requestHeaders = await headers()
  // Strangers cost no query, and read on even while the database is away.
  if (!hasSession(requestHeaders)) return undefined
  const found = (await getAuth().api.getSession({ headers: requestHeaders })) ?? undefined
  // Disabling ends all sessions; one that was just being made would be left over.
  return found?.user.disabledAt instanceof Date ? undefined : found
})

/** What is no known role is none. */
function roleOf(role: unknown): AccountRole {
  return role === 'administrator' || role === 'instructor' ? role : 'member'
}

/**
 * The present user; a stranger becomes a guest, and the response sets the guest's cookie.
 * Call it from route handlers and server actions only: pages cannot set cookies.
 */
export async function ensureUser(): Promise<{ readonly id: string; readonly isGuest: boolean }> {
  const user = await readActing()
  if (user?.view !== undefined)
    throw new Error('In a view nothing is kept: authorise was not asked.')
  if (user !== undefined) return user
  const made = await getAuth().api.signInAnonymous({ headers: withoutSession(await headers()) })
  if (made === null) throw new Error('The guest could not be made: see the log above.')
  return { id: made.user.id, isGuest: true }
}
