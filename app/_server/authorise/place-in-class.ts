/** What somebody is in a class, as the database has it at this moment. */
import 'server-only'
import { cache } from 'react'
import { db } from '#db'
import { isUuid } from '../uuid.ts'
import type { ClassRole } from './roles.ts'

export interface PlaceInClass {
  readonly role: ClassRole
  readonly isArchived: boolean
}

/** Undefined for whoever is not in it, and for a class that is not there. */
export const readPlaceInClass = cache(
  async (userId: string, classId: string): Promise<PlaceInClass | undefined> => {
    if (!isUuid(classId)) return undefined
    const found = await db.membership.findFirst({
      where: { userId, classId, state: 'active' },
      select: { role: true, class: { select: { archivedAt: true } } },
    })
    return found === null
      ? undefined
      : { role: found.role, isArchived: found.class.archivedAt !== null }
  },
)
