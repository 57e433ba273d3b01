/**
 * Two cookies. The first must come back with the platform's answer, which is a POST from another
 * site, and where links are chosen even inside of its frame: `SameSite=None`, and partitioned,
 * so that no browser takes it for tracking. It names nobody; it only shows that it is the same
 * browser. The second is read on our own pages only (docs/decisions/0028).
 */
import 'server-only'
import { newToken } from '../../../prisma/link-token.ts'

const BROWSER = 'netsplit-lti'
const ARRIVAL = 'netsplit-lti-arrival'
const BROWSER_S = 3_600
const ARRIVAL_S = 1_800
const TOKEN = /^[\w-]{32}$/

/** What this browser holds; a new one when it holds nothing. */
export function browserToken(request: Request): string {
  return readBrowser(request) ?? newToken()
}

export function readBrowser(request: Request): string | undefined {
  return read(request.headers, BROWSER)
}

export function browserCookie(token: string): string {
  // Browsers take `Secure` cookies from the own machine without TLS, too.
  return `${BROWSER}=${token}; Path=/lti; Max-Age=${BROWSER_S}; HttpOnly; Secure; SameSite=None; Partitioned`
}

export function readArrivalCookie(headers: Headers): string | undefined {
  return read(headers, ARRIVAL)
}

export function arrivalCookie(token: string): string {
  const isSecure = process.env.NETSPLIT_URL?.startsWith('https:') === true
  return `${ARRIVAL}=${token}; Path=/; Max-Age=${ARRIVAL_S}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
}

export const NO_ARRIVAL_COOKIE = `${ARRIVAL}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`

function read(headers: Headers, name: string): string | undefined {
  for (const cookie of (headers.get('cookie') ?? '').split(/;\s*/)) {
    const at = cookie.indexOf('=')
    const value = cookie.slice(at + 1)
    if (cookie.slice(0, at) === name && TOKEN.test(value)) return value
  }
  return undefined
}
