/** How a platform is called among the ways to sign in. */

const PREFIX = 'lti-'

/** The provider id of those who come from this platform. */
export function ltiMethod(platformId: string): string {
  return `${PREFIX}${platformId}`
}

export function isLtiMethod(providerId: string): boolean {
  return providerId.startsWith(PREFIX)
}
