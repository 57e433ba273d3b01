/** The part of an export that is about the account itself. */
import 'server-only'
import { db } from '#db'
import { readProgress } from '../../progress-store.ts'
import type { SessionUser } from '../../session.ts'
import { listSessions } from '../sessions.ts'
import { listMethods } from '../sign-in-methods.ts'
import { readCodeReviews } from './code-reviews.ts'
import { jsonText } from './json-text.ts'
import type { FileToZip } from './zip.ts'

/** Each is small, and read when its turn comes. */
export async function* accountFiles(user: SessionUser): AsyncGenerator<FileToZip> {
  yield { path: 'profile.json', text: jsonText(await readProfile(user)) }
  const methods = await listMethods(user.id)
  yield {
    path: 'sign-in-methods.json',
    text: jsonText(methods.map(({ kind, name, addedAt }) => ({ kind, name, addedAt }))),
  }
  yield { path: 'sessions.json', text: jsonText(await listSessions(user.id)) }
  yield { path: 'audit.json', text: jsonText(await readAudit(user.id)) }
  yield { path: 'lessons.json', text: jsonText(await readProgress(db, user.id)) }
  yield { path: 'views.json', text: jsonText(await readViews(user.id)) }
  yield { path: 'classes.json', text: jsonText(await readClasses(user.id)) }
  yield { path: 'learning-platforms.json', text: jsonText(await readPlatforms(user.id)) }
  yield { path: 'code-reviews.json', text: jsonText(await readCodeReviews(user.id)) }
}

async function readProfile({ id, isGuest }: SessionUser) {
  const { name, email, emailVerified, role, createdAt, updatedAt } =
    await db.user.findUniqueOrThrow({ where: { id } })
  const base = { id, name, createdAt, updatedAt }
  return isGuest ? { ...base, role: 'guest' } : { ...base, email, emailVerified, role }
}

/** What classes keep of this person; a class's own dates and rules are not theirs. */
async function readClasses(userId: string) {
  const [memberships, rosterEntries, extensions, adjustments] = await Promise.all([
    db.membership.findMany({
      where: { userId },
      select: {
        class: { select: { title: true, term: true } },
        role: true,
        state: true,
        section: { select: { name: true } },
        joinedAt: true,
      },
    }),
    db.rosterEntry.findMany({
      where: { userId },
      select: { class: { select: { title: true } }, email: true, name: true, claimedAt: true },
    }),
    db.extension.findMany({
      where: { userId },
      select: { assignment: { select: { title: true } }, dueAt: true, reason: true },
    }),
    // What is not released yet is no more in here than on the page of grades.
    db.gradeAdjustment.findMany({
      where: { userId, assignment: { releasedAt: { not: null } } },
      select: {
        assignment: { select: { title: true } },
        kind: true,
        hundredths: true,
        reason: true,
        at: true,
      },
    }),
  ])
  return { memberships, rosterEntries, extensions, adjustments }
}

/** Under which names learning platforms know this person, and the grades that went there. */
async function readPlatforms(userId: string) {
  const course = { select: { title: true, platform: { select: { name: true } } } } as const
  const [enrolments, grades] = await Promise.all([
    db.ltiEnrolment.findMany({ where: { userId }, select: { course, subject: true } }),
    db.ltiScore.findMany({
      where: { userId },
      select: {
        course,
        assignment: { select: { title: true } },
        sentPoints: true,
        sentMax: true,
        sentAt: true,
      },
    }),
  ])
  return { enrolments, grades }
}

/** When others saw the site as this person, and why; who they are is in the settings. */
async function readViews(userId: string) {
  return db.viewing.findMany({
    where: { userId },
    orderBy: { startedAt: 'asc' },
    select: {
      startedAt: true,
      endsAt: true,
      endedAt: true,
      reason: true,
      class: { select: { title: true } },
    },
  })
}

/** What others did about this account is in it; who they are is theirs. */
async function readAudit(userId: string) {
  const rows = await db.auditEntry.findMany({
    where: { OR: [{ actorId: userId }, { subjectId: userId }] },
    orderBy: { at: 'asc' },
  })
  return rows.map(({ at, action, actorId, subjectId, before, after, address }) => ({
    at,
    action,
    by: partyOf(actorId, userId),
    about: partyOf(subjectId, userId),
    before,
    after,
    address: actorId === userId ? address : null,
  }))
}

function partyOf(id: string | null, userId: string): string {
  if (id === null) return 'the operator'
  return id === userId ? 'you' : 'somebody else'
}
