/** On every page while somebody sees the site as a learner does: as whom, until when, and the end. */
import { unstable_rethrow } from 'next/navigation'
import { dateTimeText } from '../_classes/when-text.ts'
import { readClass } from '../_server/classes/classes.ts'
import { listMembers } from '../_server/classes/members.ts'
import { readShownNames } from '../_server/classes/shown-names.ts'
import { readActing, type SessionUser } from '../_server/session.ts'
import type { ActiveView } from '../_server/viewing/active-view.ts'
import { viewedFrom } from '../_server/viewing/viewings.ts'
import { buttonStyle } from '../_ui/button-style.ts'
import { EndView } from './end-view.tsx'

export async function ViewBanner() {
  const user = await readActingOrNobody()
  if (user?.view === undefined) return null
  const { name, place, zone } = await wordsFor(user, user.view)
  return (
    <section
      aria-label="View as a learner"
      className="border-fault border-b-2 bg-surface-strong px-4 py-2 sm:px-6"
    >
      <div className="mx-auto flex max-w-[90rem] flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        <p>
          <strong className="font-semibold">
            You see {place} as {name} does
          </strong>
          , for reading only, until {dateTimeText(user.view.endsAt, zone)}. {name} can see that you
          do, and why.
        </p>
        <EndView
          next={viewedFrom(user)}
          className={buttonStyle({ look: 'secondary', size: 'small' })}
        />
      </div>
    </section>
  )
}

/** A view of a class keeps to the class's time zone, its names of people, and to hidden ones. */
async function wordsFor({ id: userId, name }: SessionUser, { classId }: ActiveView) {
  if (classId === undefined) return { name, place: 'the site', zone: 'UTC' }
  const [of, members, { nameOf }] = await Promise.all([
    readClass(classId),
    listMembers(classId),
    readShownNames(classId),
  ])
  const member = members.find((one) => one.userId === userId) ?? { userId, name }
  return { name: nameOf(member), place: of.title, zone: of.timeZone }
}

/** Reading must go on while the database is away: then there is no view either. */
async function readActingOrNobody(): Promise<SessionUser | undefined> {
  try {
    return await readActing()
  } catch (error) {
    unstable_rethrow(error)
    console.error('The header could not read whether a view is under way:', error)
    return undefined
  }
}
