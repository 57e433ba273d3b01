/** Asks `authorise` about whoever sends the present request. Every route and page goes here. */
import 'server-only'
import { refuse } from '../refuse.ts'
import { ensureUser, readActing, type SessionUser } from '../session.ts'
import type { ClassAction, OwnAction, PersonAction, SiteAction } from './actions.ts'
import { authorise, type Decision, isForEverybody } from './authorise.ts'
import { readPlaceInClass } from './place-in-class.ts'
import type { Actor, ClassRole } from './roles.ts'

export type Asked =
  | { readonly kind: 'allowed'; readonly user: SessionUser }
  | { readonly kind: 'refused'; readonly response: Response }

const SITE = { kind: 'site' } as const

/** The present user when they may do this with what is theirs; undefined when not. */
export async function ownerWho(action: OwnAction): Promise<SessionUser | undefined> {
  const user = await readActing()
  // Stores are asked with this id, and so find nothing that is somebody else's.
  const subject = { kind: 'own', ownerId: user?.id ?? '' } as const
  return isAllowed(authorise(actorOf(user), action, subject)) ? user : undefined
}

/** Whether the present user, or stranger, may do this on the site. */
export async function maySite(action: SiteAction): Promise<boolean> {
  if (isForEverybody(action)) return true
  return isAllowed(authorise(actorOf(await readActing()), action, SITE))
}

/** The present user when they may do this; a stranger who may becomes a guest. */
export async function guestWho(
  action: SiteAction,
): Promise<{ readonly id: string; readonly isGuest: boolean } | undefined> {
  return (await maySite(action)) ? ensureUser() : undefined
}

/** The present user, or the answer that refuses them, for something that is theirs. */
export async function askOwn(action: OwnAction): Promise<Asked> {
  const user = await readActing()
  const subject = { kind: 'own', ownerId: user?.id ?? '' } as const
  return answer(user, authorise(actorOf(user), action, subject))
}

/** The same for what concerns the whole site. */
export async function askSite(action: SiteAction): Promise<Asked> {
  const user = await readActing()
  return answer(user, authorise(actorOf(user), action, SITE))
}

export type AskedInClass =
  | {
      readonly kind: 'allowed'
      readonly user: SessionUser
      readonly role: ClassRole
      /** Whether they may do something else in the same class, too. */
      readonly may: (action: ClassAction) => boolean
    }
  | { readonly kind: 'refused'; readonly why: Why; readonly response: Response }

/** The same for what is done in a class; its id may be any text. */
export async function askClass(action: ClassAction, classId: string): Promise<AskedInClass> {
  const user = await readActing()
  const place = user === undefined ? undefined : await readPlaceInClass(user.id, classId)
  const subject = {
    kind: 'class',
    id: classId,
    role: place?.role,
    isArchived: place?.isArchived ?? false,
  } as const
  const ask = (name: ClassAction) => authorise(actorOf(user), name, subject)
  const decision = ask(action)
  if (user !== undefined && place !== undefined && decision.kind === 'allowed') {
    return { kind: 'allowed', user, role: place.role, may: (name) => isAllowed(ask(name)) }
  }
  const why = decision.kind === 'refused' ? decision.why : 'nobody'
  const [status, error] = why === 'role' ? NOT_IN_THIS_CLASS : REFUSALS[why]
  return { kind: 'refused', why, response: refuse(status, error) }
}

const NOT_IN_THIS_CLASS = [
  403,
  'Your role in this class does not permit this. An owner of the class can change it.',
] as const

/** The same for what is done to somebody's account. */
export async function askPerson(action: PersonAction, id: string): Promise<Asked> {
  const user = await readActing()
  return answer(user, authorise(actorOf(user), action, { kind: 'person', id }))
}

function actorOf(user: SessionUser | undefined): Actor {
  if (user === undefined) return { role: 'stranger' }
  const { role, id, view } = user
  if (view === undefined) return { role, id }
  return { role, id, seenIn: view.classId === undefined ? 'site' : { classId: view.classId } }
}

function isAllowed(decision: Decision): boolean {
  return decision.kind === 'allowed'
}

function answer(user: SessionUser | undefined, decision: Decision): Asked {
  if (user !== undefined && decision.kind === 'allowed') return { kind: 'allowed', user }
  const why = decision.kind === 'refused' ? decision.why : 'nobody'
  return { kind: 'refused', response: refuse(...REFUSALS[why]) }
}

type Why = Extract<Decision, { kind: 'refused' }>['why']

const REFUSALS: Readonly<Record<Why, readonly [status: number, error: string]>> = {
  nobody: [401, 'You are not signed in. Sign in, then try again.'],
  role: [403, 'Your account may not do this. An administrator of this site can change that.'],
  'not-theirs': [404, 'There is no such thing, or it is somebody else’s.'],
  oneself: [403, 'Nobody changes their own rights here: ask another administrator.'],
  viewing: [
    403,
    'You see the site as somebody else does, for reading only. End the view to do this.',
  ],
  archived: [409, 'This class is archived, and for reading only. Its owner can bring it back.'],
}
