/**
 * Permission to use a service of a platform: our signature for a token that lasts a while
 * (1EdTech Security Framework 1.0, 4.1; RFC 7523, 2.2).
 */
import 'server-only'
import { z } from 'zod'
import { askForJson, PlatformTrouble } from './ask-platform.ts'
import type { PlatformView } from './platforms.ts'
import { signForPlatform } from './tool-keys.ts'

export const SCOPE = {
  members: 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
  column: 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
  score: 'https://purl.imsglobal.org/spec/lti-ags/scope/score',
} as const

const Answer = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().optional(),
})

interface Known {
  readonly token: string
  readonly untilMs: number
}

const known = new Map<string, Known>()
/** A token is not used in its last minute. */
const SPARE_S = 60
const MS_PER_S = 1_000

type Asked = Pick<PlatformView, 'id' | 'clientId' | 'tokenUrl'>

/** A token for these scopes. @throws PlatformTrouble when the platform gives none */
export async function serviceToken(platform: Asked, scopes: readonly string[]): Promise<string> {
  const { id, clientId, tokenUrl } = platform
  const key = [id, clientId, tokenUrl, ...scopes].join(' ')
  const found = known.get(key)
  if (found !== undefined && found.untilMs > Date.now()) return found.token
  const assertion = await signForPlatform({ iss: clientId, sub: clientId, aud: tokenUrl })
  const answered = await askForJson(tokenUrl, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
    },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
      scope: scopes.join(' '),
    }).toString(),
  })
  const parsed = Answer.safeParse(answered)
  if (!parsed.success) throw new PlatformTrouble('The platform answered without a token.')
  const { access_token: token, expires_in: seconds = 0 } = parsed.data
  known.set(key, { token, untilMs: Date.now() + (seconds - SPARE_S) * MS_PER_S })
  return token
}

/** Asks for new ones from now on: the platform does not take those that it gave. */
export function forgetTokens(platformId: string): void {
  for (const key of known.keys()) if (key.startsWith(`${platformId} `)) known.delete(key)
}
