/** The claims of a launch by their names, as far as they are used here (LTI Core 1.3, 5). */
import 'server-only'
import { z } from 'zod'

const LTI = 'https://purl.imsglobal.org/spec/lti/claim'
const DEEP_LINKING = 'https://purl.imsglobal.org/spec/lti-dl/claim'

export const CLAIM = {
  type: `${LTI}/message_type`,
  version: `${LTI}/version`,
  deployment: `${LTI}/deployment_id`,
  target: `${LTI}/target_link_uri`,
  roles: `${LTI}/roles`,
  context: `${LTI}/context`,
  custom: `${LTI}/custom`,
  grades: 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint',
  members: 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice',
  choosing: `${DEEP_LINKING}/deep_linking_settings`,
  items: `${DEEP_LINKING}/content_items`,
  data: `${DEEP_LINKING}/data`,
} as const

/** What deep links of ours carry, so that a launch says what it is for. */
export const CUSTOM = { assignment: 'netsplit_assignment', step: 'netsplit_step' } as const

const text = z.string().max(2_000)
const shortText = z.string().max(255)

export const launchClaims = z.object({
  sub: shortText.min(1),
  name: text.optional(),
  given_name: text.optional(),
  family_name: text.optional(),
  email: text.optional(),
  azp: text.optional(),
  aud: z.union([text, z.array(text)]),
  nonce: text,
  [CLAIM.version]: z.literal('1.3.0'),
  [CLAIM.type]: z.enum(['LtiResourceLinkRequest', 'LtiDeepLinkingRequest']),
  [CLAIM.deployment]: shortText,
  // Platforms leave it out where somebody chooses what to link (LTI Deep Linking 2.0, 4.4).
  [CLAIM.target]: text.optional(),
  [CLAIM.roles]: z.array(text).default([]),
  [CLAIM.context]: z
    .object({ id: shortText, title: text.optional(), label: text.optional() })
    .optional(),
  // Values that are no text are other tools' affair.
  [CLAIM.custom]: z.record(z.string(), z.unknown()).nullish(),
  [CLAIM.grades]: z
    .object({
      scope: z.array(text).default([]),
      lineitems: text.optional(),
      lineitem: text.optional(),
    })
    .optional(),
  [CLAIM.members]: z.object({ context_memberships_url: text }).optional(),
  [CLAIM.choosing]: z
    .object({
      deep_link_return_url: text,
      accept_types: z.array(text),
      data: z.string().max(20_000).optional(),
    })
    .optional(),
})

export type LaunchClaims = z.infer<typeof launchClaims>
