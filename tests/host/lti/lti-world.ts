/** A registered platform, visits from it and a connected course, for tests of rights. */
import { keepArrival } from '#app/_server/lti/arrivals.ts'
import type { Launch } from '#app/_server/lti/launched.ts'
import { ltiMethod } from '#app/_server/lti/method.ts'
import { publicKeys } from '#app/_server/lti/tool-keys.ts'
import { db } from '#db'
import { LEARNER } from '../../support/lti/claims.ts'
import { type LtiPlatform, startLtiPlatform } from '../../support/lti/platform.ts'

/** A platform that knows the keys of this process. */
export function startPlatformOfSite(): Promise<LtiPlatform> {
  return startLtiPlatform(async () => {
    const { keys } = await publicKeys()
    return { keys: keys.map((key) => ({ kty: 'RSA', ...key })) }
  })
}

export interface LtiWorld {
  readonly platformId: string
  /** Of somebody who has no account. */
  readonly arrival: string
  /** Of the one who asks, who teaches a course. */
  readonly courseArrival: string
}

/** @param userId who has connected the person that teaches */
export async function makeLtiWorld(
  platform: LtiPlatform,
  userId: string | undefined,
): Promise<LtiWorld> {
  await db.ltiPlatform.deleteMany({})
  const data = { ...platform.registration, instructorsMakeClasses: true }
  const { id: platformId } = await db.ltiPlatform.create({ data })
  const teacher = { ...launchOf(platformId), subject: 'teacher', role: 'instructor' as const }
  if (userId !== undefined) {
    const providerId = ltiMethod(platformId)
    await db.account.create({ data: { id: 'lti', userId, providerId, accountId: 'teacher' } })
  }
  return {
    platformId,
    arrival: await keepArrival(launchOf(platformId)),
    courseArrival: await keepArrival(teacher),
  }
}

/** Connects a course in which somebody learns; returns its id. */
export async function connectCourseOf(platform: LtiPlatform, classId: string): Promise<string> {
  await db.ltiPlatform.deleteMany({})
  const { id: platformId } = await db.ltiPlatform.create({ data: platform.registration })
  const { issuer } = platform.registration
  platform.services.members = [
    { user_id: 'ada', name: 'Ada', email: 'ada@school.example', roles: LEARNER },
  ]
  const { id } = await db.ltiCourse.create({
    data: {
      platformId,
      deploymentId: 'deployment-1',
      contextId: 'course-1',
      title: 'Systems',
      classId,
      membershipsUrl: `${issuer}/courses/course-1/members`,
      columnsUrl: `${issuer}/courses/course-1/columns`,
      scopes: [],
    },
  })
  return id
}

function launchOf(platformId: string): Launch {
  return {
    platformId,
    deploymentId: 'deployment-1',
    subject: 'somebody',
    name: 'Somebody',
    email: '',
    role: 'learner',
    contextId: 'course-1',
    courseTitle: 'Systems',
    assignmentId: '',
    step: '',
    columnUrl: '',
    columnsUrl: '',
    scopes: [],
    membershipsUrl: '',
  }
}
