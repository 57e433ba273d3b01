/** The way to the classes, for whoever has one or may make one. */
import { unstable_rethrow } from 'next/navigation'
import { maySite } from '../_server/authorise/asker.ts'
import { isInSomeClass } from '../_server/classes/classes.ts'
import { readActing } from '../_server/session.ts'
import { SitePlace } from './site-nav.tsx'

export async function ClassesPlace() {
  return (await hasClasses()) ? <SitePlace href="/classes" name="Classes" /> : null
}

/** Reading must go on while the database is away: then there are none. */
async function hasClasses(): Promise<boolean> {
  try {
    const user = await readActing()
    if (user === undefined || user.isGuest) return false
    return (await maySite('class.create')) || (await isInSomeClass(user.id))
  } catch (error) {
    unstable_rethrow(error)
    console.error('The header could not read whether there are classes:', error)
    return false
  }
}
