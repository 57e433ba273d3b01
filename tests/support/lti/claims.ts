/** What the platform of the tests says of somebody who opens a link (LTI Core 1.3, 5.3). */
import type { JWTPayload } from 'jose'

export const LTI = 'https://purl.imsglobal.org/spec/lti/claim'
export const MEMBERSHIP = 'http://purl.imsglobal.org/vocab/lis/v2/membership'
const DEEP_LINKING = 'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings'
const GRADES = 'https://purl.imsglobal.org/spec/lti-ags'

export interface Visit {
  readonly person: { readonly sub: string; readonly name?: string; readonly email?: string }
  readonly roles: readonly string[]
  readonly courseId?: string
  /** What the link carries, as a choice of the tool once made it. */
  readonly custom?: Readonly<Record<string, string>>
  readonly target?: string
  /** The column of the link's grades. */
  readonly columnUrl?: string
  /** They come to choose a link, instead of opening one. */
  readonly isChoosing?: boolean
  /** Without services, as an administrator may have set it. */
  readonly isBare?: boolean
}

export const LEARNER = [`${MEMBERSHIP}#Learner`] as const
export const INSTRUCTOR = [`${MEMBERSHIP}#Instructor`] as const

interface Sides {
  readonly issuer: string
  readonly clientId: string
  readonly deploymentId: string
  readonly nonce: string
}

const TOOL = 'http://localhost:3000'
const TOKEN_S = 300

export function launchClaims(visit: Visit, sides: Sides): JWTPayload {
  const { person, roles, courseId = 'course-1', custom, target } = visit
  const iat = Math.floor(Date.now() / 1_000)
  return {
    ...person,
    iss: sides.issuer,
    aud: sides.clientId,
    nonce: sides.nonce,
    iat,
    exp: iat + TOKEN_S,
    [`${LTI}/version`]: '1.3.0',
    [`${LTI}/deployment_id`]: sides.deploymentId,
    [`${LTI}/target_link_uri`]: target ?? `${TOOL}/lti/launch`,
    [`${LTI}/roles`]: roles,
    [`${LTI}/context`]: { id: courseId, title: 'Systems at the school' },
    ...(custom === undefined ? {} : { [`${LTI}/custom`]: custom }),
    ...(visit.isBare === true ? {} : services(sides.issuer, courseId, visit.columnUrl)),
    ...(visit.isChoosing === true ? choosing(sides.issuer) : opening()),
  }
}

function opening() {
  return {
    [`${LTI}/message_type`]: 'LtiResourceLinkRequest',
    [`${LTI}/resource_link`]: { id: 'link-1', title: 'Netsplit' },
  }
}

function choosing(issuer: string) {
  return {
    [`${LTI}/message_type`]: 'LtiDeepLinkingRequest',
    [DEEP_LINKING]: {
      deep_link_return_url: `${issuer}/choice`,
      accept_types: ['link', 'ltiResourceLink'],
      accept_presentation_document_targets: ['iframe', 'window'],
      data: 'csrf "of" <the> platform',
    },
  }
}

function services(issuer: string, courseId: string, columnUrl: string | undefined) {
  return {
    [`${GRADES}/claim/endpoint`]: {
      scope: [`${GRADES}/scope/lineitem`, `${GRADES}/scope/score`],
      lineitems: `${issuer}/courses/${courseId}/columns`,
      ...(columnUrl === undefined ? {} : { lineitem: columnUrl }),
    },
    'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice': {
      context_memberships_url: `${issuer}/courses/${courseId}/members`,
      service_versions: ['2.0'],
    },
  }
}
