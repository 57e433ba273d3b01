/** The names of learners as this browser wants to see them: real ones, or pseudonyms. */
import 'server-only'
import { cookies } from 'next/headers'
import { HIDDEN_NAMES_COOKIE } from '../../_classes/hidden-names.ts'
import { pseudonyms } from '../../_classes/pseudonyms.ts'
import { listMembers } from './members.ts'

export interface ShownNames {
  readonly areHidden: boolean
  readonly nameOf: (person: { readonly userId: string; readonly name: string }) => string
}

/** Pseudonyms are those of the whole class, so that every page says the same. */
export async function readShownNames(classId: string): Promise<ShownNames> {
  const areHidden = (await cookies()).get(HIDDEN_NAMES_COOKIE) !== undefined
  if (!areHidden) return { areHidden, nameOf: ({ name }) => name }
  const members = await listMembers(classId)
  const learners = members.filter(({ role }) => role === 'learner')
  const given = pseudonyms(learners.map(({ userId }) => userId))
  return { areHidden, nameOf: ({ userId, name }) => given.get(userId) ?? name }
}
