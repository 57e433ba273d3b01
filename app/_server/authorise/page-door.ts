/** Lets pages show themselves only to whom they are for. */
import 'server-only'
import { notFound, redirect } from 'next/navigation'
import type { SessionUser } from '../session.ts'
import type { ClassAction, PersonAction, SiteAction } from './actions.ts'
import { type Asked, type AskedInClass, askClass, askPerson, askSite } from './asker.ts'

/** The present user when they may do this; for everybody else there is no such page. */
export async function requireSite(action: SiteAction): Promise<SessionUser> {
  return userOf(await askSite(action))
}

/** The same for what is done to somebody's account. */
export async function requirePerson(action: PersonAction, id: string): Promise<SessionUser> {
  return userOf(await askPerson(action, id))
}

/** The same for a page of a class; strangers are asked to sign in first. */
export async function requireClass(
  action: ClassAction,
  classId: string,
): Promise<Extract<AskedInClass, { kind: 'allowed' }>> {
  const asked = await askClass(action, classId)
  if (asked.kind === 'allowed') return asked
  if (asked.why === 'nobody') redirect(`/sign-in?next=/classes/${encodeURIComponent(classId)}`)
  return notFound()
}

function userOf(asked: Asked): SessionUser {
  return asked.kind === 'allowed' ? asked.user : notFound()
}
