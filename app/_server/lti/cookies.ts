/**
 * Two cookies. The first must come back with the platform's answer, which is a POST from another
 * site, and where links are chosen even inside of its frame: `SameSite=None`, and partitioned,
 * so that no browser takes it for tracking. It names nobody; it only shows that it is the same
 * browser. The second is read on our own pages only (docs/decisions/0028). With TLS both have the
 * prefix that keeps sites under neighbouring names from setting them (RFC 6265bis, 4.1.3.2).
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
  return read(request.headers, nameOf(BROWSER))
}

export function browserCookie(token: string): string {
  // Browsers take `Secure` cookies from the own machine without TLS, too.
  return `${nameOf(BROWSER)}=${token}; Path=/; Max-Age=${BROWSER_S}; HttpOnly; Secure; SameSite=None; Partitioned`
}

export function readArrivalCookie(headers: Headers): string | undefined {
  return read(headers, nameOf(ARRIVAL))
}

export function arrivalCookie(token: string): string {
  return written(token, ARRIVAL_S)
}

/** Takes it away again. */
export function noArrivalCookie(): string {
  return written('', 0)
}

function written(token: string, seconds: number): string {
  const attributes = `Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax`
  return `${nameOf(ARRIVAL)}=${token}; ${attributes}${isSecure() ? '; Secure' : ''}`
}

function nameOf(name: string): string {
  return isSecure() ? `__Host-${name}` : name
}

function isSecure(): boolean {
  return process.env.NETSPLIT_URL?.startsWith('https:') === true
}

function read(headers: Headers, name: string): string | undefined {
  for (const cookie of (headers.get('cookie') ?? '').split(/;\s*/)) {
    const at = cookie.indexOf('=')
    const value = cookie.slice(at + 1)
    if (cookie.slice(0, at) === name && TOKEN.test(value)) return value
  }
  return undefined
}
