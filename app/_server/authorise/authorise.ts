/** The one place that says yes or no. Plain data in, a decision out: it asks nobody. */
import { ACTIONS, type Action, type ActionName, IN_A_VIEW, type SiteAction } from './actions.ts'
import { type Actor, SITE_ROLES, type Subject } from './roles.ts'

export type Decision =
  | { readonly kind: 'allowed' }
  | {
      readonly kind: 'refused'
      /**
       * `nobody`: no session, and one would help. `role`: not with this role. `not-theirs`: it is
       * somebody else's, of whose existence nothing may be said. `oneself`: rights that nobody
       * takes from or gives to themselves, so that an administrator always remains. `archived`: the
       * class is for reading only. `viewing`: so is a view of the site as somebody else.
       */
      readonly why: 'nobody' | 'role' | 'not-theirs' | 'oneself' | 'archived' | 'viewing'
    }

const ALLOWED: Decision = { kind: 'allowed' }
/** What may be done in a class that is archived; the last of these ends it. */
const WHEN_ARCHIVED: readonly ActionName[] = [
  'class.read',
  'class.see-progress',
  'class.see-similarity',
  'class.read-feedback',
  'class.archive',
]
const NOT_TO_ONESELF: readonly ActionName[] = [
  'person.set-role',
  'person.disable',
  'person.view-as',
]

/**
 * Whether this actor may do this to this subject.
 * @throws when the action is not about such a subject: a mistake of ours, never a yes
 */
export function authorise(actor: Actor, name: ActionName, subject: Subject): Decision {
  const action: Action = ACTIONS[name]
  if (action.on !== subject.kind) {
    throw new Error(
      `${name} is about a subject of kind ${action.on}, and was asked of ${subject.kind}`,
    )
  }
  if (!isInView(actor, name, subject)) return { kind: 'refused', why: 'viewing' }
  if (subject.kind === 'class') return inClass(actor, name, subject)
  if (!(action.who as readonly string[]).includes(actor.role)) {
    return { kind: 'refused', why: actor.role === 'stranger' ? 'nobody' : 'role' }
  }
  if (subject.kind === 'own' && !isSelf(actor, subject.ownerId)) {
    return { kind: 'refused', why: 'not-theirs' }
  }
  if (subject.kind === 'person' && NOT_TO_ONESELF.includes(name) && isSelf(actor, subject.id)) {
    return { kind: 'refused', why: 'oneself' }
  }
  return ALLOWED
}

/** True for what needs no look at the session: reading goes on while the database is away. */
export function isForEverybody(name: SiteAction): boolean {
  return ACTIONS[name].who.length === SITE_ROLES.length && IN_A_VIEW.includes(name)
}

/** A view changes nothing; that of a class shows nothing of its learner beyond the class. */
function isInView(actor: Actor, name: ActionName, subject: Subject): boolean {
  if (actor.role === 'stranger' || actor.seenIn === undefined) return true
  if (!IN_A_VIEW.includes(name)) return false
  if (actor.seenIn === 'site' || subject.kind === 'site') return true
  return subject.kind === 'class' && subject.id === actor.seenIn.classId
}

/** Only the role in that class counts: whoever has none does not learn that it exists. */
function inClass(
  actor: Actor,
  name: ActionName,
  { role, isArchived = false }: Extract<Subject, { kind: 'class' }>,
): Decision {
  if (actor.role === 'stranger') return { kind: 'refused', why: 'nobody' }
  if (role === undefined) return { kind: 'refused', why: 'not-theirs' }
  if (!(ACTIONS[name].who as readonly string[]).includes(role)) {
    return { kind: 'refused', why: 'role' }
  }
  return isArchived && !WHEN_ARCHIVED.includes(name)
    ? { kind: 'refused', why: 'archived' }
    : ALLOWED
}

function isSelf(actor: Actor, id: string): boolean {
  return actor.role !== 'stranger' && actor.id === id
}
