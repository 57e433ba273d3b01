/** The members of a course, as the platform lists them (LTI Names and Roles 2.0, 2.4). */
import 'server-only'
import { z } from 'zod'
import { askPlatform, jsonOf, PlatformTrouble } from './ask-platform.ts'
import { classRoleOf } from './course-roles.ts'
import type { PlatformView } from './platforms.ts'
import { SCOPE, serviceToken } from './service-token.ts'

/** At fifty a page, the default of some platforms, as many as a large course has. */
const PAGES_MAX = 200

const text = z.string().max(500).nullish()
const Page = z.object({
  members: z.array(
    z.object({
      user_id: z.string(),
      status: text,
      name: text,
      given_name: text,
      family_name: text,
      email: text,
      roles: z.array(z.string()).default([]),
    }),
  ),
})

export interface CourseMember {
  readonly subject: string
  /** Both empty when the platform does not tell. */
  readonly name: string
  readonly email: string
}

/** Those who learn in the course at present. @throws PlatformTrouble when it cannot be read */
export async function readLearners(
  platform: PlatformView,
  membershipsUrl: string,
): Promise<readonly CourseMember[]> {
  const token = await serviceToken(platform, [SCOPE.members])
  const learners = new Map<string, CourseMember>()
  let next: string | undefined = membershipsUrl
  for (let page = 0; next !== undefined; page += 1) {
    if (page === PAGES_MAX) throw new PlatformTrouble('The list of members has no end.')
    const url: string = next
    const answer = await askPlatform(url, {
      method: 'GET',
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json',
      },
    })
    const parsed = Page.safeParse(jsonOf(url, answer))
    if (!parsed.success) throw new PlatformTrouble('The list of members is not as LTI has it.')
    for (const member of parsed.data.members.filter(isLearner)) {
      learners.set(member.user_id, {
        subject: member.user_id,
        name: nameOf(member),
        email: member.email?.trim() ?? '',
      })
    }
    next = nextPage(answer.link, url)
  }
  return [...learners.values()]
}

type Member = z.infer<typeof Page>['members'][number]

function isLearner({ status, roles }: Member): boolean {
  // Without a status somebody is active (2.2).
  return (status ?? 'Active') === 'Active' && classRoleOf(roles) === 'learner'
}

function nameOf({ name, given_name, family_name }: Member): string {
  const whole = name ?? [given_name, family_name].filter(Boolean).join(' ')
  return whole.trim()
}

/** RFC 8288; only at the same origin, for the token is not for others. */
function nextPage(link: string, from: string): string | undefined {
  const [, target] = /<([^>]+)>\s*;[^,]*\brel="?next"?/.exec(link) ?? []
  if (target === undefined || !URL.canParse(target, from)) return undefined
  const url = new URL(target, from)
  if (url.origin !== new URL(from).origin) {
    throw new PlatformTrouble('The list of members goes on at another host, which is not asked.')
  }
  return url.href
}
