/**
 * The names of people as the present viewer wants to see them: real ones, or pseudonyms. Every
 * page and export of a class takes names, addresses and what was written about somebody from
 * here; a test looks for real ones in all of them.
 */
import 'server-only'
import { db } from '#db'
import { pseudonyms } from '../../_classes/pseudonyms.ts'
import { readActing, type SessionUser } from '../session.ts'
import { listMembers } from './members.ts'

interface Named {
  readonly userId: string
  readonly name: string
}

export interface ShownNames {
  readonly areHidden: boolean
  readonly nameOf: (person: Named) => string
  readonly emailOf: (person: { readonly email: string }) => string
  /** What somebody wrote about a person, such as a reason: it may name them. */
  readonly textOf: (text: string) => string
}

const SHOWN: ShownNames = {
  areHidden: false,
  nameOf: ({ name }) => name,
  emailOf: ({ email }) => email,
  textOf: (text) => text,
}

/** Pseudonyms are those of the whole class, so that every page says the same. */
export async function readShownNames(classId: string): Promise<ShownNames> {
  const viewer = await readActing()
  if (viewer?.hidesNames !== true) return SHOWN
  const members = await listMembers(classId)
  const given = pseudonyms(
    members.map(({ userId }) => userId),
    classId,
  )
  return {
    areHidden: true,
    nameOf: ({ userId }) => given.get(userId) ?? 'somebody',
    emailOf: () => 'hidden',
    textOf: (text) => (text === '' ? '' : 'hidden'),
  }
}

/** Hides names in this session, or shows them again. It ends with the session. */
export async function hideNames({ sessionId }: SessionUser, areHidden: boolean): Promise<void> {
  await db.session.update({ where: { id: sessionId }, data: { hidesNames: areHidden } })
}
