/** Beginning and ending a view of the site as a learner sees it, and telling the learner of it. */
import 'server-only'
import { z } from 'zod'
import { db } from '#db'
import type { Transaction } from '../../../prisma/line.ts'
import { recordClassEntry, recordEntry } from '../audit/record.ts'
import { type Change, refused } from '../classes/change.ts'
import type { SessionUser } from '../session.ts'

const MINUTES = 30
const MS_PER_MINUTE = 60_000
const REASON_LENGTH_MAX = 300

/** Why somebody begins a view, as a form sends it. */
export const ReasonBody = z.object({
  reason: z
    .string()
    .trim()
    .min(5, 'Say in a few words why: the learner will read it.')
    .max(REASON_LENGTH_MAX, `Say it in ${REASON_LENGTH_MAX} characters: the learner will read it.`),
})

interface ViewToStart {
  readonly userId: string
  /** Undefined for an administrator, who sees all that the learner sees. */
  readonly classId?: string | undefined
  readonly reason: string
}

/** The value of what is done has the path at which the view begins. */
export async function startView(
  viewer: SessionUser,
  { userId, classId, reason }: ViewToStart,
): Promise<Change> {
  return db.$transaction(async (transaction) => {
    const problem = await problemWith(transaction, viewer, { userId, classId })
    if (problem !== undefined) return problem
    const { id, endsAt } = await transaction.viewing.create({
      data: {
        userId,
        viewerId: viewer.id,
        sessionId: viewer.sessionId,
        classId: classId ?? null,
        reason,
        endsAt: new Date(Date.now() + MINUTES * MS_PER_MINUTE),
      },
    })
    await record(transaction, {
      action: 'view.started',
      doer: viewer,
      personId: userId,
      classId,
      after: { view: id, until: endsAt.toISOString() },
    })
    return { kind: 'done', value: { path: classId === undefined ? '/' : `/classes/${classId}` } }
  })
}

/** Ends the view of this session; without one nothing happens. */
export async function endView(acting: SessionUser): Promise<Change> {
  const { view } = acting
  if (view === undefined) return { kind: 'done', value: { path: '/' } }
  const doer = { id: view.viewerId, address: acting.address }
  await db.$transaction(async (transaction) => {
    const { count } = await transaction.viewing.updateMany({
      where: { id: view.id, endedAt: null },
      data: { endedAt: new Date() },
    })
    if (count === 0) return
    const after = { view: view.id }
    const { classId } = view
    await record(transaction, { action: 'view.ended', doer, personId: acting.id, classId, after })
  })
  return { kind: 'done', value: { path: viewedFrom(acting) } }
}

/** The page of the learner from which a view begins, and to which it leads back. */
export function viewedFrom({ id, view }: SessionUser): string {
  return view?.classId === undefined
    ? `/admin/people/${id}`
    : `/classes/${view.classId}/people/${id}`
}

export interface PastView {
  readonly id: string
  readonly viewer: string
  /** Title of the class that it was limited to. */
  readonly of: string | undefined
  readonly reason: string
  readonly startedAt: Date
  readonly endedAt: Date
}

const SHOWN_MAX = 50

/** Who saw the site as this person, the newest first. */
export async function listViewings(userId: string): Promise<readonly PastView[]> {
  const rows = await db.viewing.findMany({
    where: { userId },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    take: SHOWN_MAX,
    include: { class: { select: { title: true } } },
  })
  const viewers = await db.user.findMany({
    where: { id: { in: rows.map(({ viewerId }) => viewerId) } },
    select: { id: true, name: true },
  })
  const names = new Map(viewers.map(({ id, name }) => [id, name]))
  return rows.map(({ id, viewerId, reason, startedAt, endsAt, endedAt, class: of }) => ({
    id,
    viewer: names.get(viewerId) ?? 'a deleted account',
    of: of?.title,
    reason,
    startedAt,
    endedAt: endedAt ?? endsAt,
  }))
}

/** Only plain learners are seen: nobody borrows the rights of staff, for looking either. */
async function problemWith(
  transaction: Transaction,
  viewer: SessionUser,
  { userId, classId }: Omit<ViewToStart, 'reason'>,
): Promise<Change | undefined> {
  const person = await transaction.user.findUnique({
    where: { id: userId },
    select: {
      role: true,
      isAnonymous: true,
      disabledAt: true,
      memberships: { where: { state: 'active' }, select: { classId: true, role: true } },
    },
  })
  const isLearner = person?.memberships.some(
    (one) => one.classId === classId && one.role === 'learner',
  )
  if (person === null || (classId !== undefined && isLearner !== true)) {
    return refused(404, 'There is no such learner: load the page again to see who is there.')
  }
  const isStaff = person.memberships.some(({ role }) => role !== 'learner')
  if (person.role !== 'member' || isStaff || userId === viewer.id) {
    return refused(403, 'Only learners can be seen so: nobody who runs the site, or some class.')
  }
  if (person.isAnonymous === true || person.disabledAt !== null) {
    return refused(409, 'Guests and disabled accounts cannot be seen so.')
  }
  return undefined
}

interface ViewEntry extends Omit<Parameters<typeof recordEntry>[1], 'before'> {
  readonly action: 'view.started' | 'view.ended'
  readonly classId: string | undefined
}

/** One entry about the person, and in a class one about the class. */
async function record(transaction: Transaction, { classId, ...entry }: ViewEntry): Promise<void> {
  await recordEntry(transaction, entry)
  if (classId === undefined) return
  const { personId, after, ...rest } = entry
  await recordClassEntry(transaction, { ...rest, classId, after: { person: personId, ...after } })
}
