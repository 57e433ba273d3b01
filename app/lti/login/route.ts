/**
 * Where a platform begins a sign-in (LTI Core 1.3, 5.1.1.1). In a frame it goes on in a window
 * of its own, for a session of this site is not to be had in the frame of another.
 */
import { maySite } from '../../_server/authorise/asker.ts'
import { browserCookie, browserToken } from '../../_server/lti/cookies.ts'
import { readForm } from '../../_server/lti/form-body.ts'
import { html, htmlPage, refuseInView, troublePage } from '../../_server/lti/html-page.ts'
import { beginLogin } from '../../_server/lti/login.ts'
import { findPlatform } from '../../_server/lti/platforms.ts'
import { isOnSite, toolUrls } from '../../_server/lti/tool-urls.ts'
import { RateLimit } from '../../_server/rate-limit.ts'
import { addressOf } from '../../_server/request-address.ts'

/** A lecture opens its links at one moment, from one address. */
const limit = new RateLimit({ burst: 600, perMinute: 600 })

export async function GET(request: Request): Promise<Response> {
  return begin(request, new URL(request.url).searchParams)
}

export async function POST(request: Request): Promise<Response> {
  return begin(request, (await readForm(request)) ?? new URLSearchParams())
}

async function begin(request: Request, asked: URLSearchParams): Promise<Response> {
  if (!(await maySite('lti.arrive'))) return refuseInView()
  if (!limit.take(addressOf(request.headers) ?? '')) return troublePage(429, TOO_MANY)
  const [issuer, loginHint] = [asked.get('iss') ?? '', asked.get('login_hint') ?? '']
  const target = asked.get('target_link_uri') ?? ''
  if (issuer === '' || loginHint === '' || target === '') return troublePage(400, INCOMPLETE)
  if (!isOnSite(target)) return troublePage(400, ELSEWHERE)
  const platform = await findPlatform(issuer, asked.get('client_id') ?? undefined)
  if (platform === undefined) return troublePage(404, unknownPlatform(issuer))
  const deploymentId = asked.get('lti_deployment_id') ?? undefined
  if (deploymentId !== undefined && !platform.deploymentIds.includes(deploymentId)) {
    return troublePage(403, unknownDeployment(deploymentId))
  }
  if (isFramed(request) && !isForChoosing(target)) return ownWindow(asked)
  const browser = browserToken(request)
  const messageHint = asked.get('lti_message_hint') ?? undefined
  const login = { loginHint, messageHint, deploymentId }
  const headers = new Headers({ 'cache-control': 'no-store' })
  headers.set('location', await beginLogin(platform, login, browser))
  headers.append('set-cookie', browserCookie(browser))
  return new Response(null, { status: 302, headers })
}

function isFramed(request: Request): boolean {
  return ['iframe', 'frame'].includes(request.headers.get('sec-fetch-dest') ?? '')
}

/** What is chosen goes back to the platform in the frame where it was asked for. */
function isForChoosing(target: string): boolean {
  return new URL(target).pathname === new URL(toolUrls().deepLink).pathname
}

function ownWindow(asked: URLSearchParams): Response {
  const again = `${toolUrls().login}?${asked.toString()}`
  return htmlPage({
    title: 'Netsplit opens in a window of its own',
    body: html`<p>Your work there is kept in your account, which this frame cannot see.</p>
<p><a class="button" href="${again}" target="_blank" rel="noopener">Open Netsplit</a></p>
<p>If nothing opens, load this page again: your platform lets in for some minutes only.</p>`,
    // It shows nothing of anybody, and its link does what loading the frame does.
    frameAncestors: '*',
  })
}

const ASK = 'Ask whoever runs the learning platform, or an administrator of this site.'
const TOO_MANY = {
  title: 'One moment',
  text: 'Very many people come from there at this moment. Wait a minute, then open the link again.',
}
const INCOMPLETE = {
  title: 'This is not how a platform signs in',
  text: `The issuer, the login hint or the target is missing. ${ASK}`,
}
const ELSEWHERE = {
  title: 'This leads elsewhere',
  text: `The link is for another site than this one. ${ASK}`,
}

function unknownPlatform(issuer: string) {
  return {
    title: 'This platform is not known here',
    text: `${issuer} is not registered with this site, or not with this client id. ${ASK}`,
  }
}

function unknownDeployment(deploymentId: string) {
  return {
    title: 'This part of the platform is not known here',
    text: `The deployment ${deploymentId} is not registered with this site. ${ASK}`,
  }
}
