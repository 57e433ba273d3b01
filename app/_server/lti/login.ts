/**
 * The beginning of a sign-in, by the platform, and its end in the same browser (LTI Core 1.3,
 * 5.1.1; OpenID Connect Core 1.0, 4). State and nonce are stored, are used once, and count only
 * in the browser that holds the cookie: nobody can be signed in as somebody else by a link.
 */
import 'server-only'
import { createHash } from 'node:crypto'
import { db } from '#db'
import { hashOfToken, newToken } from '../../../prisma/link-token.ts'
import type { PlatformView } from './platforms.ts'
import { toolUrls } from './tool-urls.ts'

const MINUTES_VALID = 10
const MS_PER_MINUTE = 60_000

export interface LoginRequest {
  readonly loginHint: string
  readonly messageHint: string | undefined
  readonly deploymentId: string | undefined
}

/** Remembers the sign-in, and returns where the browser goes for the answer. */
export async function beginLogin(
  platform: PlatformView,
  { loginHint, messageHint, deploymentId }: LoginRequest,
  browserToken: string,
): Promise<string> {
  const [state, nonce] = [newToken(), newToken()]
  const now = new Date()
  await db.$transaction([
    db.ltiLogin.deleteMany({ where: { expiresAt: { lt: now } } }),
    db.ltiLogin.create({
      data: {
        stateHash: hashOfToken(state) ?? '',
        browserHash: hashOfBrowser(browserToken),
        nonce,
        platformId: platform.id,
        expiresAt: new Date(now.getTime() + MINUTES_VALID * MS_PER_MINUTE),
      },
    }),
  ])
  const url = new URL(platform.authUrl)
  const parameters = {
    scope: 'openid',
    response_type: 'id_token',
    response_mode: 'form_post',
    prompt: 'none',
    client_id: platform.clientId,
    redirect_uri: toolUrls().launch,
    login_hint: loginHint,
    state,
    nonce,
    ...(messageHint === undefined ? {} : { lti_message_hint: messageHint }),
    ...(deploymentId === undefined ? {} : { lti_deployment_id: deploymentId }),
  }
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return url.href
}

export type EndedLogin =
  | { readonly kind: 'ended'; readonly platform: PlatformView; readonly nonce: string }
  | { readonly kind: 'refused'; readonly why: 'unknown-state' | 'other-browser' }

/** Uses a sign-in up: of two answers that come at once, one counts. */
export async function endLogin(
  state: string,
  browserToken: string | undefined,
): Promise<EndedLogin> {
  const stateHash = hashOfToken(state)
  const login =
    stateHash === undefined
      ? null
      : await db.ltiLogin.findUnique({ where: { stateHash }, include: { platform: true } })
  if (login === null) return { kind: 'refused', why: 'unknown-state' }
  if (browserToken === undefined || hashOfBrowser(browserToken) !== login.browserHash) {
    // Left for the browser that it belongs to.
    return { kind: 'refused', why: 'other-browser' }
  }
  const { count } = await db.ltiLogin.deleteMany({
    where: { stateHash: login.stateHash, expiresAt: { gt: new Date() } },
  })
  if (count === 0) return { kind: 'refused', why: 'unknown-state' }
  return { kind: 'ended', platform: login.platform, nonce: login.nonce }
}

function hashOfBrowser(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
