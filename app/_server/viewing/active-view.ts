/** The view under way in a session: as whom somebody sees the site, and how far it goes. */
import 'server-only'
import { db } from '#db'
import type { AccountRole } from '../authorise/roles.ts'

export interface ActiveView {
  readonly id: string
  readonly viewerId: string
  /** The class beyond which nothing of the learner is shown; undefined for an administrator. */
  readonly classId: string | undefined
  readonly reason: string
  readonly endsAt: Date
  readonly email: { readonly address: string; readonly isConfirmed: boolean }
}

interface Viewer {
  readonly id: string
  readonly role: AccountRole
  readonly sessionId: string
}

/** Those who may see a class as a learner does, as `class.view-as` in actions.ts says. */
const MAY_VIEW = ['owner', 'instructor'] as const

const OF_NO_CLASS = { classId: null }

/** It ends by itself, and with the right to it: that of the viewer is looked up each time. */
export async function findView({ id: viewerId, role, sessionId }: Viewer): Promise<
  | {
      readonly learner: { readonly id: string; readonly name: string }
      readonly view: ActiveView
    }
  | undefined
> {
  const inClass = { userId: viewerId, state: 'active' as const, role: { in: [...MAY_VIEW] } }
  const found = await db.viewing.findFirst({
    where: {
      sessionId,
      viewerId,
      endedAt: null,
      endsAt: { gt: new Date() },
      user: { role: 'member', disabledAt: null },
      OR: [
        { class: { memberships: { some: inClass } } },
        ...(role === 'administrator' ? [OF_NO_CLASS] : []),
      ],
    },
    orderBy: { startedAt: 'desc' },
    include: { user: { select: { name: true, email: true, emailVerified: true } } },
  })
  if (found === null) return undefined
  const { id, userId, classId, reason, endsAt, user } = found
  return {
    learner: { id: userId, name: user.name },
    view: {
      id,
      viewerId,
      classId: classId ?? undefined,
      reason,
      endsAt,
      email: { address: user.email, isConfirmed: user.emailVerified },
    },
  }
}
