/** A class with one of everything in it, on a real database, for tests of its rights and stores. */
import { CLASS_ROLES, type ClassRole } from '#app/_server/authorise/roles.ts'
import { db } from '#db'
import { hashOfToken, newToken } from '../../../prisma/link-token.ts'
import { makeUsers } from '../../support/people.ts'

export const STEP = { labId: 'raft', stepId: '03-election' } as const

const DAY = 86_400_000

export interface ClassWorld {
  readonly classId: string
  readonly sectionId: string
  readonly inviteId: string
  readonly inviteToken: string
  readonly entryId: string
  readonly assignmentId: string
  readonly announcementId: string
}

/** Makes a class that this user owns; its work opened yesterday and is due in a week. */
export async function makeClass(ownerId: string): Promise<ClassWorld> {
  const { id: classId } = await db.class.create({
    data: {
      title: 'Distributed systems',
      term: 'Autumn 2026',
      timeZone: 'Europe/Vienna',
      memberships: { create: { userId: ownerId, role: 'owner' } },
    },
  })
  const inviteToken = newToken()
  const [section, invite, entry, assignment, announcement] = await Promise.all([
    db.section.create({ data: { classId, name: 'Monday' } }),
    db.invite.create({
      data: {
        classId,
        role: 'learner',
        tokenHash: hashOfToken(inviteToken) ?? '',
        expiresAt: new Date(Date.now() + DAY),
        usesMax: 2,
      },
    }),
    db.rosterEntry.create({ data: { classId, email: 'expected@x.example', name: 'Expected' } }),
    db.assignment.create({
      data: {
        classId,
        title: 'Elections',
        kind: 'step',
        target: STEP.labId,
        stepIds: [STEP.stepId],
        opensAt: new Date(Date.now() - DAY),
        dueAt: new Date(Date.now() + 7 * DAY),
      },
    }),
    db.announcement.create({ data: { classId, title: 'Welcome', text: 'To all of you.' } }),
  ])
  return {
    classId,
    sectionId: section.id,
    inviteId: invite.id,
    inviteToken,
    entryId: entry.id,
    assignmentId: assignment.id,
    announcementId: announcement.id,
  }
}

/** Puts people into a class whose accounts are there. */
export async function addMembers(
  classId: string,
  role: ClassRole,
  userIds: readonly string[],
): Promise<void> {
  await db.membership.createMany({ data: userIds.map((userId) => ({ classId, userId, role })) })
}

/** One person for each role: `the-owner`, `the-learner` …, and one more learner, `pupil`. */
export async function makeClassPeople(classId: string): Promise<void> {
  await makeUsers([...CLASS_ROLES.map((role) => `the-${role}`), 'pupil'])
  for (const role of CLASS_ROLES) await addMembers(classId, role, [`the-${role}`])
  await addMembers(classId, 'learner', ['pupil'])
}

interface GradedToMake {
  readonly userId: string
  readonly outcome: string
  readonly createdAt?: Date
  readonly stepId?: string
  readonly source?: string
  /** As `CheckResult`s with what a learner reads. */
  readonly checks?: readonly { readonly checkId: string; readonly failure?: object }[]
}

/** A submission with its verdict, and a kept run for each check that failed. */
export async function makeGraded({
  userId,
  outcome,
  createdAt = new Date(),
  stepId = STEP.stepId,
  source = `// by ${userId}`,
  checks = [],
}: GradedToMake): Promise<string> {
  const failed = checks.filter(({ failure }) => failure !== undefined)
  const { id } = await db.submission.create({
    data: {
      userId,
      labId: STEP.labId,
      stepId,
      labVersion: 1,
      source,
      state: 'graded',
      createdAt,
      verdict: {
        create: {
          outcome,
          message: '',
          results: JSON.parse(JSON.stringify({ checks, runsTooLarge: [] })),
          seedBase: 1n,
          graderId: 'test',
          labVersion: 1,
          failures: {
            create: failed.map(({ checkId }) => ({ checkId, run: new Uint8Array([1, 2, 3]) })),
          },
        },
      },
    },
  })
  return id
}

/** A check whose claim broke with this sentence. */
export function brokenCheck(message: string, eventCount = 10) {
  return {
    checkId: 'one-leader',
    title: 'Elects a leader',
    visible: true,
    verdict: 'fail',
    seedsPassed: 0,
    seedsRun: 1,
    seedCount: 3,
    claims: [
      { id: 'election-safety', sentence: 'A term has at most one leader.', source: '', ask: '' },
    ],
    failure: {
      seed: 1,
      traceHash: '',
      eventCount,
      outcome: {
        kind: 'claim-broken',
        claimId: 'election-safety',
        at: 1_000,
        violation: { event: 5, message, related: [], nodes: [] },
      },
    },
  }
}
