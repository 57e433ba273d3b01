/** Who is asking. A guest is a user like any other, without e-mail and password. */
import 'server-only'
import { headers } from 'next/headers'
import { cache } from 'react'
import { getAuth } from './auth.ts'

export interface SessionUser {
  readonly id: string
  readonly name: string
  readonly isGuest: boolean
}

/** The signed-in user or guest, or undefined. One query per page, however many ask. */
export const readUser = cache(async (): Promise<SessionUser | undefined> => {
  const found = await readSession()
  if (found === undefined) return undefined
  const { id, name, isAnonymous } = found.user
  return { id, name, isGuest: isAnonymous === true }
})

/** The e-mail address of the present user; undefined for strangers and guests. */
export async function readEmail(): Promise<string | undefined> {
  const found = await readSession()
  return found === undefined || found.user.isAnonymous === true ? undefined : found.user.email
}

const readSession = cache(async () => {
  const requestHeaders = await headers()
  // Strangers cost no query, and read on even while the database is away.
  if (!requestHeaders.get('cookie')?.includes('session_token')) return undefined
  return (await getAuth().api.getSession({ headers: requestHeaders })) ?? undefined
})

/**
 * The present user; a stranger becomes a guest, and the response sets the guest's cookie.
 * Call it from route handlers and server actions only: pages cannot set cookies.
 */
export async function ensureUser(): Promise<{ readonly id: string; readonly isGuest: boolean }> {
  const user = await readUser()
  if (user !== undefined) return user
  const made = await getAuth().api.signInAnonymous({ headers: await headers() })
  if (made === null) throw new Error('The guest could not be made: see the log above.')
  return { id: made.user.id, isGuest: true }
}
