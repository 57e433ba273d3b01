/**
 * What somebody is in a class, by what they are in a course of a platform. Only roles in the
 * course count: who teaches somewhere at the school, or administrates the platform, is thereby
 * nothing in this course (LTI Core 1.3, A.2).
 */
import type { ClassRole } from '../authorise/roles.ts'

const COURSE_ROLE =
  /^(?:http:\/\/purl\.imsglobal\.org\/vocab\/lis\/v2\/membership)?(?:\/(?<kind>\w+))?#(?<name>\w+)$/

/** Undefined for whoever has no role in the course. */
export function classRoleOf(roles: readonly string[]): ClassRole | undefined {
  const found = roles.flatMap((role): readonly string[] => {
    const { kind, name = '' } = COURSE_ROLE.exec(shortForm(role))?.groups ?? {}
    return name === '' ? [] : [kind === undefined ? name : `${kind}#${name}`]
  })
  const assists = found.some((role) => role.startsWith('Instructor#TeachingAssistant'))
  // Whoever assists is sent with the role of an instructor beside it (A.2.3.1).
  if (assists || found.includes('TeachingAssistant')) return 'assistant'
  if (found.some((role) => /^(Instructor|Administrator)(#|$)/.test(role))) return 'instructor'
  if (found.some((role) => /^ContentDeveloper(#|$)/.test(role))) return 'reader'
  if (found.some((role) => /^Learner(#|$)/.test(role))) return 'learner'
  return undefined
}

/** A role may be sent by its last word; then it is one of the course (A.2.3). */
function shortForm(role: string): string {
  return /^\w+$/.test(role) ? `#${role}` : role
}
