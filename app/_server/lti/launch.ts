/**
 * Verifies what a platform says of somebody who comes from it: the ID token of LTI Core 1.3,
 * 5.1, by the rules of the 1EdTech Security Framework 1.0, 5.1.3.
 */
import 'server-only'
import { createRemoteJWKSet, customFetch, errors, type JWTPayload, jwtVerify } from 'jose'
import { askPlatform, PlatformTrouble } from './ask-platform.ts'
import { CLAIM, CUSTOM, type LaunchClaims, launchClaims } from './claims.ts'
import { classRoleOf } from './course-roles.ts'
import type { Launch } from './launched.ts'
import { addressProblem } from './platform-address.ts'
import type { PlatformView } from './platforms.ts'
import { ALGORITHM } from './tool-keys.ts'
import { isOnSite } from './tool-urls.ts'

/** Clocks of schools are not ours. */
const CLOCK_S_MAX = 30
const AGE_MAX = '1h'

export type Verified =
  | { readonly kind: 'verified'; readonly launch: Launch }
  | { readonly kind: 'refused'; readonly why: string }

/** @param nonce that of the sign-in which this token answers */
export async function verifyLaunch(
  idToken: string,
  platform: PlatformView,
  nonce: string,
): Promise<Verified> {
  const signed = await verifySignature(idToken, platform)
  if (typeof signed === 'string') return refuse(signed)
  const parsed = launchClaims.safeParse(signed)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return refuse(`the claim ${issue?.path.join('.') ?? ''} is not as LTI 1.3 has it`)
  }
  const claims = parsed.data
  const problem = problemOf(claims, platform, nonce)
  return problem === undefined
    ? { kind: 'verified', launch: toLaunch(claims, platform) }
    : refuse(problem)
}

function refuse(why: string): Verified {
  return { kind: 'refused', why }
}

/** The claims, or why they count for nothing. */
async function verifySignature(
  idToken: string,
  { jwksUrl, issuer, clientId }: PlatformView,
): Promise<JWTPayload | string> {
  try {
    const { payload } = await jwtVerify(idToken, keysAt(jwksUrl), {
      algorithms: [ALGORITHM],
      issuer,
      audience: clientId,
      requiredClaims: ['exp', 'iat', 'sub', 'nonce'],
      clockTolerance: CLOCK_S_MAX,
      maxTokenAge: AGE_MAX,
    })
    return payload
  } catch (error) {
    if (error instanceof PlatformTrouble) {
      return `the keys of the platform could not be read (${error.message})`
    }
    if (!(error instanceof errors.JOSEError)) throw error
    if (error instanceof errors.JWTClaimValidationFailed) return claimReason(error.claim)
    return REASONS[error.code] ?? `the token is not valid (${error.code})`
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ERR_JWT_EXPIRED: 'the token is too old',
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: 'the signature is not by the key of the platform',
  ERR_JWKS_NO_MATCHING_KEY: 'the key is not among those of the platform',
  ERR_JOSE_ALG_NOT_ALLOWED: `the token is not signed with ${ALGORITHM}`,
}

function claimReason(claim: string): string {
  if (claim === 'iss') return 'the token is by another issuer'
  if (claim === 'aud') return 'the token is for another tool'
  return `the claim ${claim} is missing, or not as it should be`
}

const keySets = new Map<string, ReturnType<typeof createRemoteJWKSet>>()

/** One set for each address, which the library keeps for minutes and reads again for new keys. */
function keysAt(jwksUrl: string): ReturnType<typeof createRemoteJWKSet> {
  const known = keySets.get(jwksUrl)
  if (known !== undefined) return known
  const made = createRemoteJWKSet(new URL(jwksUrl), {
    [customFetch]: async (url) => {
      const { status, text } = await askPlatform(url, {
        method: 'GET',
        headers: { accept: 'application/json' },
      })
      return new Response(text, { status })
    },
  })
  keySets.set(jwksUrl, made)
  return made
}

function problemOf(
  claims: LaunchClaims,
  { clientId, deploymentIds }: PlatformView,
  nonce: string,
): string | undefined {
  if (claims.nonce !== nonce) return 'it answers another sign-in'
  const isForMore = Array.isArray(claims.aud) && claims.aud.length > 1
  // OpenID Connect Core 1.0, 3.1.3.7: 4 and 5.
  if (isForMore && claims.azp === undefined) return 'it is for several tools, and names no one'
  if (claims.azp !== undefined && claims.azp !== clientId) return 'it is for another tool'
  if (!deploymentIds.includes(claims[CLAIM.deployment])) {
    return `the deployment ${claims[CLAIM.deployment]} is not registered here`
  }
  const target = claims[CLAIM.target]
  if (target !== undefined && !isOnSite(target)) return 'it leads to another site than this one'
  if (claims[CLAIM.type] === 'LtiDeepLinkingRequest') return choosingProblem(claims)
  return target === undefined ? 'it does not say where it leads' : undefined
}

function choosingProblem(claims: LaunchClaims): string | undefined {
  const settings = claims[CLAIM.choosing]
  if (settings === undefined) return 'it does not say where the choice goes'
  if (!settings.accept_types.includes('ltiResourceLink')) return 'the platform takes no links'
  const problem = addressProblem(settings.deep_link_return_url)
  return problem === undefined ? undefined : `the address for the choice: ${problem}`
}

function toLaunch(claims: LaunchClaims, platform: PlatformView): Launch {
  const context = claims[CLAIM.context]
  const grades = claims[CLAIM.grades]
  const choosing = claims[CLAIM.choosing]
  const isChoosing = claims[CLAIM.type] === 'LtiDeepLinkingRequest'
  return {
    platformId: platform.id,
    deploymentId: claims[CLAIM.deployment],
    subject: claims.sub,
    name: nameIn(claims),
    email: claims.email?.trim().toLowerCase() ?? '',
    role: classRoleOf(claims[CLAIM.roles]) ?? 'nobody',
    contextId: context?.id ?? '',
    courseTitle: context?.title ?? context?.label ?? '',
    assignmentId: customIn(claims, CUSTOM.assignment),
    step: customIn(claims, CUSTOM.step),
    columnUrl: usable(grades?.lineitem),
    columnsUrl: usable(grades?.lineitems),
    scopes: grades?.scope ?? [],
    membershipsUrl: usable(claims[CLAIM.members]?.context_memberships_url),
    ...(isChoosing && choosing !== undefined
      ? {
          choosing: {
            returnUrl: choosing.deep_link_return_url,
            ...(choosing.data === undefined ? {} : { data: choosing.data }),
          },
        }
      : {}),
  }
}

/** Services at addresses that we would not ask are not there. */
function usable(address: string | undefined): string {
  return address !== undefined && addressProblem(address) === undefined ? address : ''
}

function customIn(claims: LaunchClaims, name: string): string {
  const value = claims[CLAIM.custom]?.[name]
  return typeof value === 'string' ? value.slice(0, 200) : ''
}

function nameIn({ name, given_name, family_name }: LaunchClaims): string {
  const whole = name ?? [given_name, family_name].filter((part) => part !== undefined).join(' ')
  return whole.trim().slice(0, 80)
}
