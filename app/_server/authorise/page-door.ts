/** Lets pages show themselves only to whom they are for. */
import 'server-only'
import { notFound } from 'next/navigation'
import type { SessionUser } from '../session.ts'
import type { PersonAction, SiteAction } from './actions.ts'
import { type Asked, askPerson, askSite } from './asker.ts'

/** The present user when they may do this; for everybody else there is no such page. */
export async function requireSite(action: SiteAction): Promise<SessionUser> {
  return userOf(await askSite(action))
}

/** The same for what is done to somebody's account. */
export async function requirePerson(action: PersonAction, id: string): Promise<SessionUser> {
  return userOf(await askPerson(action, id))
}

function userOf(asked: Asked): SessionUser {
  return asked.kind === 'allowed' ? asked.user : notFound()
}
