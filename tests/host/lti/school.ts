/** A site with a registered platform, a class, and browsers, for tests of LTI. */
import { readUser } from '#app/_server/session.ts'
import { db } from '#db'
import { INSTRUCTOR, LEARNER, type Visit } from '../../support/lti/claims.ts'
import type { LtiPlatform } from '../../support/lti/platform.ts'
import { type AccountSite, startAccountSite } from '../accounts/site.ts'
import { clearPeople } from '../accounts/world.ts'
import { type ClassWorld, makeClass } from '../classes/class-world.ts'
import { startPlatformOfSite } from './lti-world.ts'
import type { Visitor } from './visitor.ts'

export const ADA: Visit = {
  person: { sub: 'ada-there', name: 'Ada Lovelace', email: 'ada@school.example' },
  roles: LEARNER,
}
export const TEACHER: Visit = {
  person: { sub: 'teacher-there', name: 'Grace Hopper', email: 'grace@school.example' },
  roles: INSTRUCTOR,
}

export interface School {
  readonly site: AccountSite
  readonly platform: LtiPlatform
  stop(): Promise<void>
}

export async function startSchool(): Promise<School> {
  const site = await startAccountSite()
  const platform = await startPlatformOfSite()
  const stop = async () => {
    await platform.stop()
    await site.stop()
  }
  return { site, platform, stop }
}

/** Empties everything, and registers the platform anew; returns its id. */
export async function registerPlatform(
  { platform }: School,
  changed: Partial<LtiPlatform['registration']> = {},
): Promise<string> {
  await db.ltiPlatform.deleteMany({})
  await db.class.deleteMany({})
  await clearPeople()
  const { id } = await db.ltiPlatform.create({ data: { ...platform.registration, ...changed } })
  return id
}

/** A class that `boss` owns, connected with the course from which visits are. */
export async function makeConnectedClass(
  platformId: string,
): Promise<ClassWorld & { readonly courseId: string }> {
  await db.user.create({ data: { id: 'boss', name: 'Boss', email: 'boss@netsplit.example' } })
  const world = await makeClass('boss')
  const { id: courseId } = await db.ltiCourse.create({
    data: {
      platformId,
      deploymentId: 'deployment-1',
      contextId: 'course-1',
      title: 'Systems at the school',
      classId: world.classId,
    },
  })
  return { ...world, courseId }
}

/** Somebody who comes for the first time and lets an account be made; where they end up. */
export async function comeNew(visitor: Visitor, visit: Visit): Promise<string> {
  const path = await visitor.pathAfter(visit)
  if (path !== '/lti/welcome') return path
  const made = await visitor.ask('POST', '/api/lti/account', { arrival: visitor.arrival })
  if (made.status !== 200) throw new Error(await made.text())
  const last = await visitor.ask('GET', '/lti/arrive')
  return (last.headers.get('location') ?? '').replace('http://localhost:3000', '')
}

/** The address of whom the site takes this browser for. */
export async function whoIs(visitor: Visitor): Promise<string | undefined> {
  visitor.show()
  const user = await readUser()
  if (user === undefined) return undefined
  return (await db.user.findUniqueOrThrow({ where: { id: user.id } })).email
}
