/** People of every role with work of theirs, on a real database, for tests of rights. */
import { randomUUID } from 'node:crypto'
import { makeLink } from '#app/_server/account/one-time-links.ts'
import type { AccountRole } from '#app/_server/authorise/roles.ts'
import type { SessionUser } from '#app/_server/session.ts'
import { db } from '#db'
import { hashOfToken, newToken } from '../../../prisma/link-token.ts'

export const STEP = { labId: 'raft', stepId: '03-election' } as const
export const PASSWORD = 'correct horse battery'

export type KnownRole = 'guest' | AccountRole

/** Makes somebody, in place of whoever had this id; returns them as a session would. */
export async function makePerson(id: string, role: KnownRole): Promise<SessionUser> {
  const isGuest = role === 'guest'
  await db.user.create({
    data: {
      id,
      name: id,
      email: `${id}@netsplit.example`,
      isAnonymous: isGuest,
      ...(isGuest ? {} : { role }),
    },
  })
  const sessionId = `${id}-session`
  await makeSession(id, sessionId)
  return {
    id,
    name: id,
    isGuest,
    role,
    sessionId,
    signedInAt: new Date(),
    address: '192.0.2.1',
  }
}

async function makeSession(userId: string, id: string): Promise<void> {
  const expiresAt = new Date(Date.now() + 3_600_000)
  const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
  await db.session.create({
    data: { id, userId, token: randomUUID(), expiresAt, userAgent, ipAddress: '192.0.2.7' },
  })
}

export interface Work {
  readonly submissionId: string
  readonly attemptId: string
  readonly sharedRunId: string
  readonly quizAttemptId: string
  readonly otherSessionId: string
  readonly providerAccountId: string
}

/** One of everything that somebody can own. */
export async function makeWork(userId: string): Promise<Work> {
  const submission = await db.submission.create({
    data: {
      ...STEP,
      userId,
      labVersion: 1,
      source: `// submitted by ${userId}`,
      state: 'graded',
      verdict: {
        create: {
          outcome: 'passed',
          message: '',
          results: { checks: [], runsTooLarge: [] },
          seedBase: 1n,
          graderId: 'test',
          labVersion: 1,
          failures: { create: { checkId: 'a-check', run: new Uint8Array([1, 2, 3]) } },
        },
      },
    },
  })
  const hash = '0'.repeat(64)
  await db.attemptText.create({ data: { userId, hash, source: `// tried by ${userId}` } })
  const attempt = await db.attempt.create({ data: { ...STEP, userId, kind: 'run', hash } })
  await db.draft.create({
    data: { ...STEP, userId, source: `// drafted by ${userId}`, version: randomUUID() },
  })
  const sharedRun = await db.sharedRun.create({
    data: {
      ...STEP,
      id: newToken(),
      userId,
      labVersion: 1,
      checkId: 'a-check',
      seed: 1,
      cursor: 0,
      source: `// shared by ${userId}`,
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  })
  const { attemptId: quizAttemptId } = await makeReviews(userId)
  const otherSessionId = randomUUID()
  await makeSession(userId, otherSessionId)
  return {
    submissionId: submission.id,
    attemptId: attempt.id,
    sharedRunId: sharedRun.id,
    quizAttemptId,
    otherSessionId,
    providerAccountId: await makeMethods(userId),
  }
}

/** A review, its card, settings, a quiz under way and a mock interview. */
async function makeReviews(userId: string): Promise<{ readonly attemptId: string }> {
  const at = new Date()
  const cardId = 'question/three'
  await db.reviewEntry.create({
    data: { userId, id: randomUUID(), cardId, kind: 'suspend', at, day: '2026-01-01' },
  })
  await db.lessonProgress.create({
    data: { userId, slug: 'the-map', openedAt: at, touchedAt: at, place: '', answers: {} },
  })
  await db.cardState.create({ data: { userId, cardId } })
  await db.reviewSettings.create({
    data: { userId, perDay: 20, newPerDay: 5, retention: 0.9, timeZone: 'UTC' },
  })
  await db.interviewSession.create({
    data: {
      userId,
      id: randomUUID(),
      scenarioId: 'a-scenario',
      minutes: 20,
      pad: { notes: `written by ${userId}` },
      startedAt: at,
    },
  })
  const attempt = await db.quizAttempt.create({
    data: { userId, setId: 'set', items: { create: { questionId: 'one', position: 0 } } },
  })
  return { attemptId: attempt.id }
}

/** Two ways to sign in that are no password; returns the id of the provider's. */
async function makeMethods(userId: string): Promise<string> {
  await db.passkey.create({
    data: {
      id: randomUUID(),
      userId,
      publicKey: 'key',
      credentialID: randomUUID(),
      counter: 0,
      deviceType: 'singleDevice',
      backedUp: false,
    },
  })
  const account = await db.account.create({
    data: { id: randomUUID(), userId, providerId: 'github', accountId: randomUUID() },
  })
  return account.id
}

/** A link that makes an administrator, as the terminal prints it; returns its token. */
export async function makeSetupLink(hours = 24): Promise<string> {
  const token = newToken()
  await db.oneTimeLink.create({
    data: {
      tokenHash: hashOfToken(token) ?? '',
      purpose: 'becomeAdministrator',
      expiresAt: new Date(Date.now() + hours * 3_600_000),
    },
  })
  return token
}

/** A link that a mail brought to this person; returns its token. */
export function makeMailLink(
  userId: string,
  purpose: 'confirmEmail' | 'changeEmail' | 'resetPassword',
  email = `${userId}@netsplit.example`,
): Promise<string> {
  return makeLink({ purpose, userId, email })
}

/** Empties what these tests fill. */
export async function clearPeople(): Promise<void> {
  await db.user.deleteMany({})
  await db.auditEntry.deleteMany({})
  await db.oneTimeLink.deleteMany({})
  await db.departedTally.deleteMany({})
}
